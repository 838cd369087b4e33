/// Why a built-in rule did not apply to a landing, with the values seen.
struct RuleMiss {
    let landing: Landing
    let arrival: Arrival
    let ruleSet: RuleSet

    /// To be read after the rule's name.
    func reason(_ rule: WebRule) -> String {
        switch rule {
        case .googleAdsTag: noTag(signs.searchTags)
        case .searchClickID, .extendedSearchClickID: noClickID(signs.searchClickIDs)
        case .taggedOnGoogle: notTaggedOnGoogle
        case .socialAd, .extendedSocialAd: "\(noTag(signs.socialTags)); and \(noClickID(signs.socialClickIDs))"
        case .paidMediumOnSocial: notPaid(on: Self.socialSite)
        case .paidMediumOnSearch: notPaid(on: Self.searchEngine)
        case .socialSite: notFrom(Self.socialSite) { $0.isSocial }
        case .socialApp: noSocialApp
        case .searchEngine: notFrom(Self.searchEngine) { $0 == .search }
        case .namedSocialSite: namesNoSite(Self.socialSite, mediums: Self.socialMediums) { $0.isSocial }
        case .namedSearchEngine: namesNoSite(Self.searchEngine, mediums: "organic") { $0 == .search }
        case .anotherWebsite: noReferrer ?? "another rule applies"
        case .direct: notUntagged
        case .remainder: "another rule applies"
        }
    }

    private static let socialSite = "social or video site"
    private static let searchEngine = "search engine"
    private static let socialMediums = "social, organic-social, social-media or sm"

    private var signs: AdSigns { AdSigns.of(ruleSet) }
}

extension RuleMiss {
    /// Rules 1 and 4: what `utm_source` holds instead of an ad tag.
    private func noTag(_ tags: [String]) -> String {
        guard case .value(let source) = presence(.utmSource) else { return missing(.utmSource) }
        let what = tags.count == 1 ? "does not contain “\(tags[0])”" : "contains none of \(list(tags))"
        let isCapitals = tags.contains { source.lowercased().contains($0) }
        let why = isCapitals ? " (capital letters count in the \(ruleSet) rules)" : ""
        return "utm_source is \(Note.quoted(source)), which \(what)\(why)"
    }

    /// Rules 2 and 4: click IDs that are not there, and those that are there in vain.
    private func noClickID(_ keys: [String]) -> String {
        none(of: keys.map { ($0, query.presence(of: $0, under: ruleSet.spelling)) })
    }

    private var notTaggedOnGoogle: String {
        let tags: [Parameter] = [.utmSource, .utmMedium, .utmCampaign]
        guard let tagged = firstTag(of: tags) else { return none(of: tags.map { ($0.key, presence($0)) }) }
        return "the link is tagged (\(tagged)), but \(noReferrer ?? "\(host) is not Google search")"
    }

    /// Rule 4a, which is one for either kind of site.
    private func notPaid(on wanted: String) -> String {
        guard case .value(let medium) = presence(.utmMedium) else { return missing(.utmMedium) }
        let quoted = Note.quoted(medium)
        guard MediumMeaning.saysPaid(medium) else { return "utm_medium is \(quoted), which does not say paid" }
        let says = "utm_medium \(quoted) says paid"
        guard case .value(let source) = presence(.utmSource) else {
            // What is there but empty has a “but” of its own.
            let joint = presence(.utmSource) == .absent ? ", but" : ":"
            return "\(says)\(joint) \(missing(.utmSource)), and \(sender ?? "\(host) is no known \(wanted)")"
        }
        return "\(says), but \(namedOrSent(by: source, wanted))"
    }

    /// Rule 4a: what the site is that a paid medium stands beside; the one that `utm_source` names comes first.
    private func namedOrSent(by source: String, _ wanted: String) -> String {
        let quoted = Note.quoted(source)
        if let named = arrival.namedSite { return "utm_source \(quoted) names \(named.name), \(named.kind.spoken)" }
        return "utm_source \(quoted) names no \(wanted), and \(sender ?? "\(host) is none either")"
    }

    /// What is known about the referrer, or why there is none.
    private var sender: String? { noReferrer ?? arrival.site.map { "\(host) is \($0.kind.spoken)" } }
}

extension RuleMiss {
    /// Rules 5 and 6: what the referrer is instead.
    private func notFrom(_ wanted: String, _ isWanted: (ReferrerKind) -> Bool) -> String {
        if let noReferrer { return noReferrer }
        guard let site = arrival.site, !isWanted(site.kind) else { return "\(host) is no known \(wanted)" }
        return "\(host) is \(site.kind.spoken), no \(wanted)"
    }

    /// Rule 5a.
    private var noSocialApp: String {
        if arrival.referrer != nil { return "there is a referrer (\(host))" }
        let noID = noClickID(["fbclid", "igshid", "igsh"])
        let agent =
            landing.userAgent?.isEmpty == false
            ? "the user agent is not that of a social app" : "no user agent is known"
        return "\(noID), and \(agent)"
    }

    /// Rules 5b and 6a: what `utm_source` names, and what `utm_medium` says of it.
    private func namesNoSite(_ wanted: String, mediums: String, _ isWanted: (ReferrerKind) -> Bool) -> String {
        guard case .value(let source) = presence(.utmSource) else { return missing(.utmSource) }
        let quoted = Note.quoted(source)
        guard let site = arrival.namedSite, isWanted(site.kind) else {
            return "utm_source is \(quoted), which names no \(wanted)"
        }
        guard case .value(let medium) = presence(.utmMedium) else { return "utm_source \(quoted) names \(site.name)" }
        return "utm_source \(quoted) names \(site.name), but utm_medium is \(Note.quoted(medium)), not \(mediums)"
    }

    private var notUntagged: String {
        if arrival.referrer != nil { return "there is a referrer (\(host))" }
        return "the landing is tagged (\(firstTag(of: Parameter.tags) ?? "utm"))"
    }
}

extension RuleMiss {
    private var query: QueryParameters { QueryParameters(url: landing.url) }

    /// The extended rules read the tags in any case.
    private func presence(_ tag: Parameter) -> KeyPresence {
        query.presence(of: tag.key, under: ruleSet.spelling)
    }

    private func missing(_ tag: Parameter) -> String {
        let presence = presence(tag)
        return Self.inVain(tag.key, presence) ?? "there is no \(tag.key)"
    }

    /// "none of gclid, gbraid is there"; "gclid is there but empty, and gbraid is not there".
    private func none(of parameters: [(key: String, presence: KeyPresence)]) -> String {
        let inVain = parameters.compactMap { Self.inVain($0.key, $0.presence) }
        let absent = parameters.filter { $0.presence == .absent }.map(\.key)
        let none =
            switch absent.count {
            case 0: [String]()
            case 1: ["\(absent[0]) is not there"]
            default: ["none of \(list(absent)) is there"]
            }
        return (inVain + none).joined(separator: ", and ")
    }

    /// Why a key that is there does not count.
    private static func inVain(_ key: String, _ presence: KeyPresence) -> String? {
        switch presence {
        case .absent: nil
        case .empty: "\(key) is there but empty"
        case .otherCapitals(let written): "\(Note.quoted(written)) is not \(key), as capital letters count in a key"
        case .value(let value): "\(key) is \(Note.quoted(value))"
        }
    }

    private func firstTag(of tags: [Parameter]) -> String? {
        for tag in tags {
            if case .value(let value) = presence(tag) { return "\(tag.key) \(Note.quoted(value))" }
        }
        return nil
    }

    private var host: String { arrival.referrer?.name ?? "" }

    /// Why nothing counts as the referrer; nil where something does.
    private var noReferrer: String? {
        if arrival.referrer != nil { return nil }
        if let own = arrival.selfReferral { return "the referrer \(own.name) is one of the account's own pages" }
        let isGiven = landing.referrer?.contains { !$0.isWhitespace } ?? false
        return isGiven ? "the referrer is no web address" : "there is no referrer"
    }

    private func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}

extension ReferrerKind {
    /// "a search engine".
    fileprivate var spoken: String {
        switch self {
        case .search: "a search engine"
        case .social: "a social site"
        case .video: "a video site"
        case .ai: "an AI assistant"
        case .email: "an e-mail service"
        case .shopping: "a shop"
        case .service: "a page of a service, such as a sign-in"
        }
    }
}

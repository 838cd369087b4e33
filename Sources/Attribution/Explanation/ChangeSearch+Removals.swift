extension ChangeSearch {
    /// The landing without what the verdict rests on.
    var removals: [LandingEdit] {
        [withoutParameters, withoutReferrer, withoutUserAgent].compactMap { $0 }
    }

    /// A landing may hold one reason behind another: `utm_source` behind `gclid`, `utm_medium` behind `utm_source`.
    private static let reasonLimit = 8

    /// Drops the parameter that decided, and the next that then decides, until another source comes out.
    private var withoutParameters: LandingEdit? {
        var dropped: [EditableURL.Pair] = []
        var rest = landing
        var reason = verdict
        while reason.source == verdict.source, dropped.count < Self.reasonLimit,
            let key = reason.evidence.first(where: { $0.kind == .parameter })?.name
        {
            let url = EditableURL(rest.url)
            // Own rules read keys in any case.
            let isNamed: (EditableURL.Pair) -> Bool = { [rule = reason.rule] in
                rule.isOwn ? $0.key.asciiLowercased == key.asciiLowercased : isKey($0.key, key)
            }
            guard let pair = url.pairs.first(where: isNamed) else { return nil }
            dropped.append(pair)
            rest.url = url.removing(where: isNamed)
            reason = classifier.classify(rest, ownDomains: ownDomains)
        }
        guard let first = dropped.first, reason.source != verdict.source else { return nil }
        return edit(.drop(dropped.map(\.key)), first.key, from: first.value, to: nil, url: rest.url)
    }

    private var withoutReferrer: LandingEdit? {
        guard let host = verdict.referringHost else { return nil }
        var rest = landing
        rest.referrer = nil
        return LandingEdit(
            action: .dropReferrer(mayBeOwn: isOnUnknownSite), parameter: nil, from: host, to: nil, landing: rest,
            ruleSet: ruleSet)
    }

    private var isOnUnknownSite: Bool {
        guard verdict.rule == WebRule.anotherWebsite.reference,
            case .site(let host) = landing.referrer.flatMap(Referrer.init)
        else { return false }
        return classifier.catalogue.lookUp(host) == nil && !Self.passedThrough.contains(host)
    }

    /// Payment and sign-in pages are nobody's own.
    private static let passedThrough = OwnDomains(ReferrerCatalogue.excludedReferrers)

    private var withoutUserAgent: LandingEdit? {
        guard landing.userAgent != nil, verdict.evidence.contains(where: { $0.name == "user agent" })
        else { return nil }
        var rest = landing
        rest.userAgent = nil
        return LandingEdit(
            action: .dropUserAgent, parameter: nil, from: nil, to: nil, landing: rest, ruleSet: ruleSet)
    }
}

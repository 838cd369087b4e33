/// Says how a link should be tagged to be labelled as the rules in force can label it.
struct TaggingAdvice {
    let arrival: Arrival
    let ruleSet: RuleSet

    private var signs: AdSigns { AdSigns.of(ruleSet) }

    /// For a verdict that is no ad: the click IDs that the rules leave uncounted.
    var uncountedClickIDs: [Note] {
        var seen: Set<String> = []
        let uncounted = UncountedClickID.all(under: ruleSet)
        return arrival.query.compactMap { pair in
            guard let id = uncounted.first(where: { $0.isKey(pair.key) }), seen.insert(id.key).inserted,
                !pair.value.isEmpty
            else { return nil }
            let key = pair.key.text
            let tag = id.tag(under: ruleSet)
            let advice = tag.map { "; tag the ad with utm_source=\($0)" } ?? ""
            let text = """
                The landing carries \(id.network) click ID (\(key)), which the \(ruleSet) rules do not count\(advice).
                """
            return Note(
                code: .uncountedClickID, text: text, parameter: key, value: pair.value.text, suggestion: tag)
        }
    }

    /// For a verdict that is no ad, although `utm_medium` says paid.
    ///
    /// Under the classic rules what `utm_medium` says decides nothing, under the extended ones nothing on its own.
    var paidMedium: [Note] {
        guard let medium = arrival.query[.utmMedium], MediumMeaning.saysPaid(medium) else { return [] }
        let says = "utm_medium \(Note.quoted(medium)) says that this is an ad, but the \(ruleSet) rules"
        let advice = adTag(for: arrival.namedSite?.name)
        let text =
            switch ruleSet {
            case .classic: "\(says) do not read utm_medium; \(advice.text)."
            case .extended: "\(says) do not know whose: \(unnamedSite); \(advice.text)."
            }
        return [
            Note(
                code: .paidMedium, text: text, parameter: Parameter.utmMedium.key, value: medium,
                suggestion: advice.suggestion)
        ]
    }

    /// Rule 4a needs the name of a site beside a medium that says paid.
    private var unnamedSite: String {
        switch arrival.query.presence(of: Parameter.utmSource.key, under: ruleSet.spelling) {
        case .value(let source): "utm_source \(Note.quoted(source)) names no search engine, social or video site"
        case .empty: "utm_source is there but empty"
        case .absent, .otherCapitals: "there is no utm_source"
        }
    }

    private func adTag(for site: String?) -> (text: String, suggestion: String?) {
        guard let site else {
            let tags = "adwords for Google, fb_ad for Meta, linkedin_ad for LinkedIn, twitter_ad for X"
            return ("use \(tags), reddit_ad for Reddit", nil)
        }
        if let tag = signs.tag(forSite: site) { return ("use \(tag) for \(Self.ad(on: site))", tag) }
        if site == "Bing" {
            return ("turn on auto-tagging in Microsoft Advertising, which adds msclkid", "msclkid")
        }
        return ("they have no tag for ads on \(site)", nil)
    }

    private static func ad(on site: String) -> String {
        switch site {
        case "Facebook", "Instagram", "Messenger": "a Meta ad"
        case "X": "an ad on X"
        default: "a \(site) ad"
        }
    }

    /// Rule 9: tagged without a referring site.
    var unknownTag: [Note] {
        if ruleSet == .extended, let note = unknownMedium { return [note] }
        guard let tag = arrival.firstPresent(Parameter.tags), let value = arrival.query[tag] else { return [] }
        let unknown = "The \(ruleSet) rules do not recognise \(tag.key) \(Note.quoted(value)); without a referring site"
        let tags = signs.tags.joined(separator: ", ")
        let others =
            switch ruleSet {
            case .classic: "or by a click ID (\(signs.clickIDs.joined(separator: ", ")))"
            case .extended: "or a click ID, and a site by a utm_source that names it, such as instagram or bing"
            }
        let text = "\(unknown) they know an ad by utm_source (\(tags)) \(others). A rule of your own can name all else."
        return [Note(code: .unknownTag, text: text, parameter: tag.key, value: value)]
    }

    /// Rules 5b and 6a: `utm_source` names a site, and only `utm_medium` keeps it from counting.
    private var unknownMedium: Note? {
        guard let site = arrival.namedSite, let source = arrival.query[.utmSource],
            let medium = arrival.query[.utmMedium]
        else { return nil }
        let meant = site.kind == .search ? "organic" : "social"
        let named = "utm_source \(Note.quoted(source)) names \(site.name)"
        let text = """
            \(named), but the \(ruleSet) rules do not recognise utm_medium \(Note.quoted(medium)) beside it; use \
            utm_medium=\(meant), or leave it off, where nobody paid for the link.
            """
        return Note(
            code: .unknownTag, text: text, parameter: Parameter.utmMedium.key, value: medium, suggestion: meant)
    }

    /// Rule 3 takes every tagged link on Google for an ad, that of a Business Profile too.
    var taggedOnGoogle: [Note] {
        guard let medium = arrival.query.encodedValue(of: .utmMedium),
            medium.contains(text: "organic", ignoringCase: true)
        else { return [] }
        let text = """
            utm_medium is \(Note.quoted(medium.text)), but tagged links on Google count as Paid Search (rule 3); leave \
            the tags off a Business Profile link to have it counted as Organic Search.
            """
        return [
            Note(code: .taggedOnGoogle, text: text, parameter: Parameter.utmMedium.key, value: medium.text)
        ]
    }
}

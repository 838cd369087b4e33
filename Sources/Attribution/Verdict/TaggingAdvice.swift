/// Says how a link should be tagged to be labelled as the classic rules can label it.
enum TaggingAdvice {
    /// - Parameter catalogue: knows the site that a `utm_source` names.
    static func notes(on arrival: Arrival, _ decision: Decision, catalogue: ReferrerCatalogue) -> [Note] {
        guard !decision.source.isPaid else { return taggedOnGoogle(arrival, decision) }
        return uncountedClickIDs(arrival) + paidMedium(arrival, catalogue) + unknownTag(arrival, decision)
    }

    private static func uncountedClickIDs(_ arrival: Arrival) -> [Note] {
        var seen: Set<String> = []
        return arrival.query.compactMap { pair in
            guard let id = UncountedClickID.all.first(where: { $0.isKey(pair.key) }), seen.insert(id.key).inserted,
                !pair.value.isEmpty
            else { return nil }
            let found = "The landing carries \(id.network) click ID (\(pair.key.text))"
            let advice = id.tag.map { "; tag the ad with utm_source=\($0)" } ?? ""
            return Note(code: .uncountedClickID, text: "\(found), which the classic rules do not count\(advice).")
        }
    }

    /// Rules 1 and 4 read `utm_source`; what `utm_medium` says about an ad decides nothing.
    private static func paidMedium(_ arrival: Arrival, _ catalogue: ReferrerCatalogue) -> [Note] {
        guard let medium = arrival.query[.utmMedium], MediumMeaning.saysPaid(medium) else { return [] }
        let site = arrival.query[.utmSource].flatMap(catalogue.site(named:))?.name
        let text = """
            utm_medium \(NearMisses.quoted(medium)) says that this is an ad, but the classic rules look at utm_source \
            only: \(adTag(for: site)).
            """
        return [Note(code: .paidMedium, text: text)]
    }

    private static func adTag(for site: String?) -> String {
        switch site {
        case "Google": "use adwords for a Google ad"
        case "Facebook", "Instagram", "Messenger": "use fb_ad for a Meta ad"
        case "LinkedIn": "use linkedin_ad for a LinkedIn ad"
        case "X": "use twitter_ad for an ad on X"
        case "Reddit": "use reddit_ad for a Reddit ad"
        case "Bing": "turn on auto-tagging in Microsoft Advertising, which adds msclkid"
        case let site?: "they have no tag for ads on \(site)"
        case nil:
            "use adwords for Google, fb_ad for Meta, linkedin_ad for LinkedIn, twitter_ad for X, reddit_ad for Reddit"
        }
    }

    /// Rule 9: tagged without a referring site.
    private static func unknownTag(_ arrival: Arrival, _ decision: Decision) -> [Note] {
        guard case .unclaimedTag = decision.finding, let tag = arrival.firstPresent(Parameter.tags),
            let value = arrival.query[tag]
        else { return [] }
        let known = (AdTag.search + AdTag.social).map(\.text).joined(separator: ", ")
        let clickIDs = (AdClickID.search + AdClickID.social).map(\.parameter.key).joined(separator: ", ")
        let text = """
            The classic rules do not recognise \(tag.key) \(NearMisses.quoted(value)); without a referring site they \
            know an ad by utm_source (\(known)) or by a click ID (\(clickIDs)).
            """
        return [Note(code: .unknownTag, text: text)]
    }

    /// Rule 3 takes every tagged link on Google for an ad, that of a Business Profile too.
    private static func taggedOnGoogle(_ arrival: Arrival, _ decision: Decision) -> [Note] {
        guard case .taggedLink = decision.finding,
            let medium = arrival.query.encodedValue(of: .utmMedium),
            medium.contains(text: "organic", ignoringCase: true)
        else { return [] }
        let text = """
            utm_medium is \(NearMisses.quoted(medium.text)), but tagged links on Google count as Paid Search (rule 3); \
            leave the tags off a Business Profile link to have it counted as Organic Search.
            """
        return [Note(code: .taggedOnGoogle, text: text)]
    }
}

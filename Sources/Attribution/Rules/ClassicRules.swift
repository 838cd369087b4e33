/// The classic rules for a web landing, top to bottom; the first that applies wins.
///
/// Rules 10–12, and the half of rule 9 that is no web visit, go by the kind of a conversion: see `Interaction`.
enum ClassicRules {
    static let ordered: [Rule] = [
        Rule("1", "Google Ads tag", .paidSearch) { $0.tag(in: AdTag.search) },
        Rule("2", "Click ID of a search ad", .paidSearch) { $0.clickID(in: AdClickID.search) },
        Rule("3", "Tagged link on Google search", .paidSearch) { arrival in
            guard let tag = arrival.firstPresent(campaignTags), arrival.site?.isGoogleSearch == true else { return nil }
            return .taggedLink(tag)
        },
        Rule("4", "Social ad tag or click ID", .paidSocial) {
            $0.tag(in: AdTag.social) ?? $0.clickID(in: AdClickID.social)
        },
        Rule("5", "Social or video site", .socialMedia) { $0.site?.kind.isSocial == true ? .referrer : nil },
        Rule("6", "Search engine", .organicSearch) { $0.site?.kind == .search ? .referrer : nil },
        Rule("7", "Another website", .referral) { $0.referrer == nil ? nil : .referrer },
        Rule("8", "No referrer and no tag", .direct) { $0.firstPresent(Parameter.tags) == nil ? .nothing : nil },
    ]

    /// Rule 9: tagged, no referring domain, and the tag is nobody's.
    static let remainder = Decision(
        rule: RuleReference(number: "9", name: "Tagged, but covered by no rule"), source: .others,
        finding: .unclaimedTag)

    /// Rule 3 looks at these three of the five tags.
    private static let campaignTags: [Parameter] = [.utmSource, .utmMedium, .utmCampaign]
}

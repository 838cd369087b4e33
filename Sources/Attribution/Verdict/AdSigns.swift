/// What a rule set knows an ad by, as words to show to a person.
struct AdSigns: Sendable {
    /// Rule 1: texts inside `utm_source`.
    let searchTags: [String]
    /// Rule 2: keys.
    let searchClickIDs: [String]
    /// Rule 4: texts inside `utm_source`.
    let socialTags: [String]
    /// Rule 4: keys.
    let socialClickIDs: [String]

    var tags: [String] { searchTags + socialTags }
    var clickIDs: [String] { searchClickIDs + socialClickIDs }

    static func of(_ ruleSet: RuleSet) -> AdSigns {
        switch ruleSet {
        case .classic: classic
        case .extended: extended
        }
    }

    private static let classic = AdSigns(
        searchTags: AdTag.search.map(\.text), searchClickIDs: Parameter.searchAds.map(\.key),
        socialTags: AdTag.social.map(\.text), socialClickIDs: Parameter.socialAds.map(\.key))

    private static let extended = AdSigns(
        searchTags: AdTag.search.map(\.text), searchClickIDs: Parameter.extendedSearchAds.map(\.key),
        socialTags: AdTag.extendedSocial.map(\.text), socialClickIDs: Parameter.extendedSocialAds.map(\.key))

    /// The tag for ads on a site of the catalogue, where the rule set has one.
    func tag(forSite name: String) -> String? {
        Self.tagsBySite[name].flatMap { tags.contains($0) ? $0 : nil }
    }

    private static let tagsBySite = [
        "Google": "adwords", "Facebook": "fb_ad", "Instagram": "fb_ad", "Messenger": "fb_ad", "LinkedIn": "linkedin_ad",
        "X": "twitter_ad", "Reddit": "reddit_ad", "TikTok": "tiktok_ad", "Pinterest": "pinterest_ad",
        "Snapchat": "snapchat_ad", "YouTube": "youtube_ad",
    ]
}

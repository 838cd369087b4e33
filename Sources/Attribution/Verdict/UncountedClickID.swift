/// The click ID of an ad network that one of the rule sets does not count.
struct UncountedClickID: Sendable {
    let key: String
    /// "a TikTok", to be followed by "click ID".
    let network: String
    /// The tag by which a rule set may know an ad of this network.
    private let tag: String?

    /// The click IDs that a rule set leaves uncounted. `fbclid` is none: it says nothing about an ad.
    static func all(under ruleSet: RuleSet) -> [UncountedClickID] {
        switch ruleSet {
        case .classic: uncountedByClassic
        case .extended: uncountedByExtended
        }
    }

    private static let uncountedByClassic = known.filter { !AdSigns.of(.classic).clickIDs.contains($0.key) }
    private static let uncountedByExtended = known.filter { !AdSigns.of(.extended).clickIDs.contains($0.key) }

    private static let known = [
        UncountedClickID(key: "ttclid", network: "a TikTok", tag: "tiktok_ad"),
        UncountedClickID(key: "twclid", network: "an X", tag: "twitter_ad"),
        UncountedClickID(key: "li_fat_id", network: "a LinkedIn", tag: "linkedin_ad"),
        UncountedClickID(key: "rdt_cid", network: "a Reddit", tag: "reddit_ad"),
        UncountedClickID(key: "epik", network: "a Pinterest", tag: "pinterest_ad"),
        UncountedClickID(key: "sccid", network: "a Snapchat", tag: "snapchat_ad"),
        UncountedClickID(key: "yclid", network: "a Yandex", tag: nil),
        UncountedClickID(key: "dclid", network: "a Google display", tag: nil),
    ]

    /// The tag under which the rule set counts an ad of this network, where it has one.
    func tag(under ruleSet: RuleSet) -> String? {
        tag.flatMap { AdSigns.of(ruleSet).tags.contains($0) ? $0 : nil }
    }

    /// In whatever case the extended rules, which count most of them, read the key: networks write it as they like.
    func isKey(_ text: EncodedText) -> Bool {
        text.equals(key)
            || (text.equalsIgnoringCase(key) && ParameterSpelling.tagsInAnyCase.ignoresCase(of: key))
    }
}

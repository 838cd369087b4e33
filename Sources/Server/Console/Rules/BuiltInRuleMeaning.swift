import Attribution

/// What a built-in rule looks at, in words for people who know no code.
struct BuiltInRuleMeaning {
    let text: String
    let source: Source

    /// Nil for a rule that the set does not have.
    init?(_ rule: RuleReference, in ruleSet: RuleSet) {
        let number = rule.number == "4a" && rule.name.hasSuffix("search engine") ? "4a, search" : rule.number
        guard let meaning = (ruleSet == .extended ? Self.extended[number] : nil) ?? Self.classic[number] else {
            return nil
        }
        self = meaning
    }

    private init(_ text: String, _ source: Source) {
        self.text = text
        self.source = source
    }

    private static let classic: [String: BuiltInRuleMeaning] = [
        "1": .init("utm_source contains “adwords”, in small letters.", .paidSearch),
        "2": .init("The address carries a click ID of Google Ads or Microsoft Advertising.", .paidSearch),
        "3": .init("A link with campaign tags was clicked on Google search.", .paidSearch),
        "4": .init(
            "utm_source contains fb_ad, linkedin_ad, twitter_ad or reddit_ad, or the address carries the click ID of a "
                + "click-to-WhatsApp ad.", .paidSocial),
        "5": .init("The visitor came from a known social or video site.", .socialMedia),
        "6": .init("The visitor came from a known search engine.", .organicSearch),
        "7": .init("The visitor came from any other website.", .referral),
        "8": .init("No website sent the visitor, and the address carries no campaign tag.", .direct),
        "9": .init("What is left: the address is tagged, but no rule above knows the tag.", .others),
    ]

    /// Where the extended rules say more, or have rules of their own.
    private static let extended: [String: BuiltInRuleMeaning] = [
        "1": .init("utm_source contains “adwords”, in any case.", .paidSearch),
        "2": .init(
            "The address carries a click ID of Google Ads, Microsoft Advertising or Yandex Direct.", .paidSearch),
        "4": .init(
            "utm_source names a social ad (fb_ad, linkedin_ad, twitter_ad, reddit_ad, tiktok_ad, pinterest_ad, "
                + "snapchat_ad, youtube_ad), or the address carries a click ID that only social ads have.", .paidSocial),
        "4a": .init(
            "utm_medium says that the click was paid (cpc, paid-social, …), and the site that utm_source names, or else "
                + "the referring one, is a known social or video site.", .paidSocial),
        "4a, search": .init(
            "utm_medium says that the click was paid, and the site that utm_source names, or else the referring one, is "
                + "a known search engine.", .paidSearch),
        "5a": .init(
            "No website sent the visitor, but the address carries a social click ID, or the page was opened inside a "
                + "social app.", .socialMedia),
        "5b": .init(
            "utm_source names a social or video site, and utm_medium says social or nothing.", .socialMedia),
        "6a": .init("utm_source names a search engine, and utm_medium says organic or nothing.", .organicSearch),
    ]
}

extension RuleSet {
    var label: String {
        switch self {
        case .classic: "Classic"
        case .extended: "Extended"
        }
    }

    /// What the rule set is for, in a sentence.
    var meaning: String {
        switch self {
        case .classic: "The documented rules of the systems that Headwater stands in for: nine, compared to the letter."
        case .extended:
            "Classic, and what it leaves out: tags in any case, click IDs of more networks, visits from inside social "
                + "apps, tags that name a site."
        }
    }
}

/// Guesses which ad tag or site a `utm_source` was meant to name that nearly does.
enum ValueSpelling {
    /// Values outside these lengths resemble nothing.
    private static let lengths = 4...24

    static func meant(by value: EncodedText, under ruleSet: RuleSet) -> String? {
        guard lengths.contains(value.raw.count) else { return nil }
        let written = value.map(\.asciiLowercased)
        let letters = String(decoding: written.filter(\.isASCIILowercaseLetter), as: UTF8.self)
        let meant = usualNames[letters] ?? vocabulary.nearest(to: written)
        return meant.flatMap { AdSigns.of(ruleSet).tags.contains($0) ? $0 : nil }
    }

    /// The well-known site whose name this nearly is.
    static func site(meantBy value: EncodedText) -> String? {
        lengths.contains(value.raw.count) ? sites.nearest(to: value.map(\.asciiLowercased)) : nil
    }

    /// Shorter names are a letter away from too many other words.
    private static let sites = Vocabulary([
        "google", "facebook", "instagram", "linkedin", "tiktok", "twitter", "youtube", "pinterest", "reddit",
        "snapchat", "duckduckgo",
    ])

    private static let vocabulary = Vocabulary(AdSigns.of(.extended).tags)

    /// What people write for an ad, its letters alone, and the tag that the rules know.
    private static let usualNames = [
        "googlead": "adwords", "googleads": "adwords", "googleadwords": "adwords", "gads": "adwords",
        "fbad": "fb_ad", "fbads": "fb_ad", "facebookad": "fb_ad", "facebookads": "fb_ad",
        "metaad": "fb_ad", "metaads": "fb_ad", "instagramad": "fb_ad", "instagramads": "fb_ad",
        "igad": "fb_ad", "igads": "fb_ad", "linkedinad": "linkedin_ad", "linkedinads": "linkedin_ad",
        "twitterad": "twitter_ad", "twitterads": "twitter_ad", "xads": "twitter_ad",
        "redditad": "reddit_ad", "redditads": "reddit_ad", "tiktokad": "tiktok_ad", "tiktokads": "tiktok_ad",
        "pinterestad": "pinterest_ad", "pinterestads": "pinterest_ad",
        "snapchatad": "snapchat_ad", "snapchatads": "snapchat_ad", "snapads": "snapchat_ad",
        "youtubead": "youtube_ad", "youtubeads": "youtube_ad",
    ]
}

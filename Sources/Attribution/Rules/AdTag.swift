/// A text inside `utm_source` that marks an ad.
struct AdTag: Sendable {
    let text: String
    let platform: String

    /// Rule 1.
    static let search = [AdTag(text: "adwords", platform: "Google")]

    /// Rule 4.
    static let social = [
        AdTag(text: "fb_ad", platform: "Facebook"),
        AdTag(text: "linkedin_ad", platform: "LinkedIn"),
        AdTag(text: "twitter_ad", platform: "X"),
        AdTag(text: "reddit_ad", platform: "Reddit"),
    ]
}

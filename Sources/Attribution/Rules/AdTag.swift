/// A text inside `utm_source` that marks an ad.
enum AdTag: UInt8, CaseIterable, Sendable {
    case adwords
    case facebook, linkedIn, twitter, reddit
    case tiktok, pinterest, snapchat, youTube

    var name: StaticString {
        switch self {
        case .adwords: "adwords"
        case .facebook: "fb_ad"
        case .linkedIn: "linkedin_ad"
        case .twitter: "twitter_ad"
        case .reddit: "reddit_ad"
        case .tiktok: "tiktok_ad"
        case .pinterest: "pinterest_ad"
        case .snapchat: "snapchat_ad"
        case .youTube: "youtube_ad"
        }
    }

    /// What every tag holds, to be looked for first.
    static var common: StaticString { "ad" }

    var text: String { name.description }

    var platform: String {
        switch self {
        case .adwords: "Google"
        case .facebook: "Facebook"
        case .linkedIn: "LinkedIn"
        case .twitter: "X"
        case .reddit: "Reddit"
        case .tiktok: "TikTok"
        case .pinterest: "Pinterest"
        case .snapchat: "Snapchat"
        case .youTube: "YouTube"
        }
    }

    /// Rule 1.
    static let search: [AdTag] = [.adwords]

    /// Rule 4.
    static let social: [AdTag] = [.facebook, .linkedIn, .twitter, .reddit]

    /// Rule 4 of the extended rules.
    static let extendedSocial: [AdTag] = social + [.tiktok, .pinterest, .snapchat, .youTube]
}

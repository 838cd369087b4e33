import Database

/// What a cost is of: an account's ads are a tree, and keywords stand beside the ads of a group.
public enum AdLevel: String, Sendable, CaseIterable, Codable, SQLConvertible {
    case campaign
    /// Google's ad group, Meta's ad set.
    case group
    case ad
    case keyword

    /// Reads it as the platforms' own programs spell it: `adGroup`, `ad_set`, `adset`.
    public init?(spelling: String) {
        switch spelling.lowercased().filter({ $0.isLetter }) {
        case "campaign": self = .campaign
        case "group", "adgroup", "adset": self = .group
        case "ad": self = .ad
        case "keyword": self = .keyword
        default: return nil
        }
    }
}

import Database

/// Where ads are bought.
public enum AdPlatform: String, Sendable, CaseIterable, Codable, SQLConvertible {
    case google, facebook

    /// As its customers call it.
    public var name: String {
        switch self {
        case .google: "Google Ads"
        case .facebook: "Facebook Ads"
        }
    }

    /// What the levels are called there.
    public func name(of level: AdLevel) -> String {
        switch (self, level) {
        case (_, .campaign): "Campaign"
        case (.google, .group): "Ad group"
        case (.facebook, .group): "Ad set"
        case (_, .ad): "Ad"
        case (_, .keyword): "Keyword"
        }
    }
}

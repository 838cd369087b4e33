/// One known host, wildcard or Android package.
public struct ReferrerEntry: Sendable, Hashable {
    /// `bing.com`; `google.*`, where the star is one ICANN suffix; or a package.
    public let pattern: String
    /// The name people know it by: `Google`.
    public let name: String
    public let kind: ReferrerKind

    /// Google's web search and the searches beside it, such as Google Images (Rule 3).
    var isGoogleSearch: Bool { kind == .search && (name == "Google" || name.hasPrefix("Google ")) }
}

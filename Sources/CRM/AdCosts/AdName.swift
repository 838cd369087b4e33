import Foundation

/// What a campaign, a group or an ad is known by: the platform's ID stays when the name changes.
public struct AdName: Sendable, Hashable {
    public let id: String?
    public let name: String?

    public static let none = AdName(id: nil, name: nil)

    public init(id: String?, name: String?) {
        self.id = id?.trimmed.nonEmpty
        self.name = name?.trimmed.nonEmpty?.cut(to: Self.longestName)
    }

    /// As long as a tag that is kept.
    static let longestName = 2_048
    static let longestID = 100

    public var isNone: Bool { id == nil && name == nil }

    /// What names are compared by: neither case nor white space around them counts.
    public static func folded(_ name: String) -> String {
        name.trimmed.lowercased().precomposedStringWithCanonicalMapping
    }
}

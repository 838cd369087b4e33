import Attribution

/// The rule book that an account is working on; nothing is judged by it until it is published.
public struct RuleDraft: Sendable, Equatable {
    public let book: RuleBook
    /// Names this state of the draft: whoever saves says which one they have seen.
    public let version: RuleDraftVersion
    /// The revision that was in use when the draft was begun.
    public let basedOn: Int
    public let updatedAt: Milliseconds
    /// Who saved it last.
    public let author: String
}

public typealias RuleDraftVersion = Identifier<RuleDraft>

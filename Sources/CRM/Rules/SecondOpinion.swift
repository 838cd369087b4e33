import Attribution

/// What the rule book in use says of a landing where that differs from the verdict it was locked with.
public struct SecondOpinion: Sendable, Equatable {
    public let revision: Int
    public let source: Source
    public let ruleNumber: String
    public let subLabel: String?
    /// The explanation; kept for attributions alone, a session's is asked of the revision's book when it is wanted.
    public let verdict: Verdict?
    /// Set when it counts for an earlier session of the visitor.
    public let carriedFromAt: Milliseconds?
    /// The landing that counts, where it is not the one that the locked verdict stands on.
    public let landing: Landing?
}

/// A verdict with the road to it: why no earlier rule applied, and what would have given another answer.
public struct Explanation: Sendable, Equatable {
    public let verdict: Verdict
    /// Every rule in order, the account's own at their places, up to the one that applies.
    public let steps: [RuleStep]
    /// The smallest changes that give another source, best first, at most four.
    public let changes: [NearestChange]

    /// The best of the changes; nil where nothing that was tried gives another source.
    public var nearestChange: NearestChange? { changes.first }
}

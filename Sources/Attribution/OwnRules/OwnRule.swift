/// A rule that an account wrote itself: when all its conditions hold, it chooses the source.
public struct OwnRule: Sendable, Hashable {
    /// One line that people know it by; an explanation cites it.
    public var name: String
    /// The number of the built-in rule that it stands after ("4", "4a"); nil stands before rule 1.
    public var after: String?
    /// All must hold; a rule without conditions is not valid.
    public var conditions: [OwnCondition]
    public var source: Source
    /// A finer label within the source, such as "Podcasts".
    public var subLabel: String?

    public init(
        name: String, after: String? = nil, conditions: [OwnCondition], source: Source, subLabel: String? = nil
    ) {
        self.name = name
        self.after = after
        self.conditions = conditions
        self.source = source
        self.subLabel = subLabel
    }
}

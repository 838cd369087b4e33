/// What landings are judged by: a built-in rule set, and an account's own rules between those.
public struct RuleBook: Sendable, Equatable {
    public let ruleSet: RuleSet
    /// In order; the first that applies wins among those that stand at the same place.
    public let ownRules: [OwnRule]
    /// The number under which the account published this book; nil for a built-in rule set on its own.
    public let revision: Int?

    /// - Parameter ownRules: taken as they are; see `problems` for what is wrong with them.
    public init(_ ruleSet: RuleSet, ownRules: [OwnRule] = [], revision: Int? = nil) {
        self.ruleSet = ruleSet
        self.ownRules = ownRules
        self.revision = revision
    }

    /// The classic rules alone.
    public static let classic = RuleBook(.classic)
    /// The extended rules alone.
    public static let extended = RuleBook(.extended)
}

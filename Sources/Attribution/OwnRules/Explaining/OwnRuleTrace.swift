/// How an own rule fares with a landing, condition by condition.
public struct OwnRuleTrace: Sendable, Hashable {
    public struct Step: Sendable, Hashable {
        public let condition: OwnCondition
        /// Whether the condition holds, its negation counted in.
        public let holds: Bool
        /// What the condition looked at, as it was sent; nil when there was none.
        public let seen: String?
    }

    /// The place of the rule in the list, from 0.
    public let index: Int
    public let rule: OwnRule
    public let steps: [Step]

    /// Whether all conditions hold. Rules that stand earlier may still win.
    public var applies: Bool { !steps.isEmpty && steps.allSatisfy(\.holds) }

    /// The rule as a verdict cites it: "own 1".
    public var reference: RuleReference { OwnRule.reference(at: index, name: rule.name) }
}

extension OwnRuleTrace.Step {
    /// What was found: “utm_source is “x”, which does not contain “y””.
    public var sentence: String {
        let name = condition.subject.name
        guard let seen else { return "\(name) is absent" }
        let fact = "\(name) is \(Note.quoted(seen))"
        let compares = holds != condition.isNegated
        switch condition.comparison {
        case .present: return fact
        case .equals where compares: return fact
        default: return "\(fact), which \(condition.predicate(isNegated: !compares))"
        }
    }
}

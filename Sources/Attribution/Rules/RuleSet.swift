/// An ordered list of rules; the first that applies chooses the source.
public enum RuleSet: String, CaseIterable, Sendable, Codable {
    /// The documented behaviour of the systems this product stands in for.
    case classic
    /// The classic rules, and what those leave out: other platforms' click IDs, tags in any case, in-app browsers.
    case extended

    /// Raised whenever a rule of the set changes.
    public var version: Int {
        switch self {
        case .classic: 1
        case .extended: 1
        }
    }

    /// The rules for a web landing, in order.
    public var rules: [RuleReference] { ordered.map(\.reference) + [remainder.rule] }

    func decide(_ arrival: Arrival) -> Decision {
        for rule in ordered {
            if let decision = rule.decision(on: arrival) { return decision }
        }
        return remainder
    }

    private var ordered: [Rule] {
        switch self {
        case .classic: ClassicRules.ordered
        case .extended: ExtendedRules.ordered
        }
    }

    /// What is left over when no rule applies.
    private var remainder: Decision { ClassicRules.remainder }
}

/// The rule that applies to a landing, and what made it apply: a verdict before anyone wants to read it.
///
/// It points at its evidence instead of copying it, so that deciding costs no memory.
public struct Decision: Sendable {
    /// What the rule says of where the visitor came from.
    public let source: Source
    let finding: Finding
    private let author: Author

    private enum Author: Sendable {
        case builtIn(WebRule)
        case account(RuleReference, subLabel: String?)
    }

    init(_ rule: WebRule, _ finding: Finding) {
        source = rule.source
        self.finding = finding
        author = .builtIn(rule)
    }

    /// - Parameter number: the place of the rule in the account's list, from 0.
    init(_ rule: OwnRule, number: Int) {
        source = rule.source
        finding = .ownRule(number)
        author = .account(OwnRule.reference(at: number, name: rule.name), subLabel: rule.subLabel)
    }

    /// The rule of the set that applies; nil when it is one of the account's own.
    var builtIn: WebRule? {
        switch author {
        case .builtIn(let rule): rule
        case .account: nil
        }
    }

    /// The rule as it is cited.
    public var rule: RuleReference {
        switch author {
        case .builtIn(let rule): rule.reference
        case .account(let reference, _): reference
        }
    }

    /// The finer label that an own rule gives.
    public var subLabel: String? {
        switch author {
        case .builtIn: nil
        case .account(_, let subLabel): subLabel
        }
    }
}

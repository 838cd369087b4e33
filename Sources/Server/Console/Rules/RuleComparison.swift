import Attribution

/// A comparison together with its opposite: an option of the editor.
struct RuleComparison: Equatable {
    let comparison: OwnCondition.Operator
    let isNegated: Bool

    static let all = OwnCondition.Operator.allCases.flatMap { comparison in
        [false, true].map { RuleComparison(comparison, isNegated: $0) }
    }

    private static let negation = "not:"

    init(_ comparison: OwnCondition.Operator, isNegated: Bool = false) {
        self.comparison = comparison
        self.isNegated = isNegated
    }

    /// `equals`, `not:equals`
    init?(formValue: String) {
        isNegated = formValue.hasPrefix(Self.negation)
        let name = isNegated ? String(formValue.dropFirst(Self.negation.count)) : formValue
        guard let comparison = OwnCondition.Operator(rawValue: name) else { return nil }
        self.comparison = comparison
    }

    var formValue: String { (isNegated ? Self.negation : "") + comparison.rawValue }

    var label: String {
        switch comparison {
        case .equals: isNegated ? "is not" : "is"
        case .contains: isNegated ? "does not contain" : "contains"
        case .startsWith: isNegated ? "does not start with" : "starts with"
        case .endsWith: isNegated ? "does not end with" : "ends with"
        case .matches: isNegated ? "does not match" : "matches"
        case .present: isNegated ? "is absent" : "is present"
        }
    }
}

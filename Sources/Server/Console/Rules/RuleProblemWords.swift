import Attribution

/// Says a problem of a rule book beside the control that it is about.
enum RuleProblemWords {
    /// In the editor of the rule it lies in.
    static func inEditor(_ problem: RuleBookProblem) -> FormError {
        FormError(text: sentence(problem), fieldId: fieldID(problem.place))
    }

    /// On the page of the whole draft, with a link to the rule.
    static func inDraft(_ problem: RuleBookProblem) -> FormError {
        guard let rule = problem.place.rule else { return FormError(text: sentence(problem)) }
        var text = "Own rule \(rule + 1): \(sentence(problem))"
        if case .rule(_, .after) = problem.place { text += " Give the rule another place first, then change the set." }
        return FormError(text: text, fieldId: RuleLine.id(rule + 1))
    }

    /// With its place as the document has it: `rules[2].when[0].value: must not be empty`
    static func inDocument(_ problem: RuleBookProblem) -> FormError {
        FormError(text: problem.description, fieldId: "document")
    }

    private static func sentence(_ problem: RuleBookProblem) -> String {
        let text = "\(subject(problem.place))\(problem.text)."
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// What the problem's own words go on from; "" where they stand alone.
    private static func subject(_ place: RuleBookPlace) -> String {
        switch place {
        case .rule(_, .name): "the name "
        case .rule(_, .subLabel): "the sub-label "
        case .rule(_, .source): "the source "
        case .rule(_, .when): "the rule "
        case .condition(let index, _, .parameter): "the parameter of condition \(index + 1) "
        case .condition(let index, _, .value): "the value of condition \(index + 1) "
        case .condition(let index, _, .is): "the comparison of condition \(index + 1) "
        case .condition(let index, _, _): "condition \(index + 1) "
        case .text, .book, .rule: ""
        }
    }

    private static func fieldID(_ place: RuleBookPlace) -> String? {
        switch place {
        case .text, .book: nil
        case .rule(_, let key): key?.rawValue ?? "name"
        case .condition(let index, _, .parameter): "when-\(index)-key"
        case .condition(let index, _, .value): "when-\(index)-value"
        case .condition(let index, _, .is), .condition(let index, _, .not): "when-\(index)-comparison"
        case .condition(let index, _, _): "when-\(index)-subject"
        }
    }
}

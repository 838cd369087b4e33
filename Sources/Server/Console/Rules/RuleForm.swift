import Attribution

/// One own rule as it stands in the editor: what was typed, which may be wrong still.
struct RuleForm {
    var name = ""
    var after: String?
    var conditions: [Condition] = [Condition()]
    var source: Source?
    var subLabel = ""

    struct Condition {
        var subject = RuleSubject.parameter
        var key = ""
        var comparison = RuleComparison(.equals)
        var value = ""
    }

    /// What a button of the editor does.
    enum Change: Equatable {
        case save, add
        case remove(Int)

        init(_ text: String) {
            let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
            switch (parts.first, parts.count == 2 ? Int(parts[1]) : nil) {
            case ("add", nil): self = .add
            case ("remove", let index?): self = .remove(index)
            default: self = .save
            }
        }
    }

    /// More conditions than this are sent by nobody's page.
    static let mostConditions = 100

    /// An empty rule with one condition to fill in.
    init() {}

    init(_ rule: OwnRule) {
        name = rule.name
        after = rule.after
        conditions = rule.conditions.map(Condition.init)
        source = rule.source
        subLabel = rule.subLabel ?? ""
    }

    /// What was sent. Conditions are numbered from 0 without a gap.
    init(_ form: FormBody) {
        name = form.text("name") ?? ""
        after = form.text("after")
        conditions = (0..<Self.mostConditions).map { "when[\($0)]." }
            .prefix { form[$0 + "subject"] != nil }.map { Condition(form, $0) }
        source = form.text("source").flatMap(Source.init(rawValue:))
        subLabel = form.text("subLabel") ?? ""
    }

    mutating func apply(_ change: Change) {
        switch change {
        case .save:
            break
        case .add:
            conditions.append(Condition())
        case .remove(let index):
            if conditions.indices.contains(index) { conditions.remove(at: index) }
        }
    }

    /// The draft with the rule at its place among the own ones, and what is wrong with the rule.
    ///
    /// - Parameter index: one behind the last adds the rule.
    func saved(at index: Int, in book: RuleBook) -> (book: RuleBook, problems: [FormError]) {
        // Something stands in for a missing source, so that everything else is told at once.
        let rule = rule(source ?? .others)
        var rules = book.ownRules
        if rules.indices.contains(index) { rules[index] = rule } else { rules.append(rule) }
        let saved = RuleBook(book.ruleSet, ownRules: rules)
        let missing = source == nil ? [FormError(text: "Choose a source.", fieldId: "source")] : []
        let problems = saved.problems.filter { $0.place.rule == nil || $0.place.rule == index }
        return (saved, problems.map(RuleProblemWords.inEditor) + missing)
    }

    private func rule(_ source: Source) -> OwnRule {
        OwnRule(
            name: name, after: after, conditions: conditions.map(\.condition), source: source,
            subLabel: subLabel.isEmpty ? nil : subLabel)
    }
}

extension RuleForm.Condition {
    init(_ condition: OwnCondition) {
        subject = RuleSubject(condition.subject)
        if case .parameter(let key) = condition.subject { self.key = key }
        comparison = RuleComparison(condition.comparison, isNegated: condition.isNegated)
        value = condition.value
    }

    /// - Parameter prefix: `when[2].`
    fileprivate init(_ form: FormBody, _ prefix: String) {
        subject = form.text(prefix + "subject").flatMap(RuleSubject.init(rawValue:)) ?? .parameter
        key = form.text(prefix + "key") ?? ""
        let comparison = form.text(prefix + "comparison").flatMap(RuleComparison.init(formValue:))
        self.comparison = comparison ?? RuleComparison(.equals)
        value = form.text(prefix + "value") ?? ""
    }

    /// What is compared with nothing keeps no value.
    fileprivate var condition: OwnCondition {
        OwnCondition(
            subject.subject(key: key), comparison.comparison, comparison.comparison == .present ? "" : value,
            isNegated: comparison.isNegated)
    }
}

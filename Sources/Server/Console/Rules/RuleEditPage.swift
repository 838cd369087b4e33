import Attribution

/// The editor of one own rule.
struct RuleEditPage: ConsolePage {
    static let template = "console/rule-edit"

    let shell: Shell
    let crumbs: [Link]
    let errors: [FormError]
    let heading: String
    let action: String
    let base: String
    let nameField: TextField
    let places: [FieldControl.Option]
    let placeError: String?
    let conditions: [Condition]
    let conditionsError: String?
    let sources: [FieldControl.Option]
    let sourceError: String?
    let subLabelField: TextField
    let keys: [TextLine]
    let cancelHref: String

    struct TextField {
        let value: String?
        let error: String?
    }

    struct Condition {
        let index: Int
        let number: Int
        let subjects: [FieldControl.Option]
        let keyText: String?
        let keyError: String?
        let comparisons: [FieldControl.Option]
        let valueText: String?
        let valueError: String?
        /// A value of the kind that is looked at.
        let example: String
        let error: String?
        let only: Bool
        let autofocus: Bool
    }

    /// What the page is made of.
    struct Matter {
        var form: RuleForm
        /// The rule's number in the draft; nil for a new one.
        let number: Int?
        let base: String
        let ruleSet: RuleSet
        var problems: [FormError] = []
        /// The condition that was just added.
        var focus: Int?
    }

    init(_ frame: Frame, _ paths: AccountPaths, _ matter: Matter) {
        let form = matter.form
        func error(_ fieldID: String) -> String? { matter.problems.first { $0.fieldId == fieldID }?.text }
        heading = matter.number.map { "Own rule \($0)" } ?? "New rule"
        shell = Shell(heading, in: .rules, frame)
        crumbs = [Link("Rules", paths.rules), Link("Draft", paths.ruleDraft)]
        errors = matter.problems
        action = matter.number.map(paths.draftRule) ?? paths.newDraftRule
        base = matter.base
        nameField = TextField(value: form.name.nonBlank, error: error("name"))
        places = Self.places(matter.ruleSet, selected: form.after)
        placeError = error("after")
        conditions = form.conditions.enumerated().map { index, condition in
            Condition(
                condition, index: index, only: form.conditions.count == 1, autofocus: index == matter.focus,
                error: error)
        }
        conditionsError = error("when")
        sources =
            [FieldControl.Option(value: "", label: "Choose a source", selected: form.source == nil)]
            + Source.allCases.map {
                FieldControl.Option(value: $0.rawValue, label: $0.label, selected: $0 == form.source)
            }
        sourceError = error("source")
        subLabelField = TextField(value: form.subLabel.nonBlank, error: error("subLabel"))
        keys = Self.suggestedKeys.map { TextLine(text: $0) }
        cancelHref = paths.ruleDraft
    }

    /// A place that the rule set does not have stays on offer, so that a problem can be seen where it stands.
    private static func places(_ ruleSet: RuleSet, selected: String?) -> [FieldControl.Option] {
        let first = FieldControl.Option(
            value: "", label: "Before rule 1, asked first", selected: selected == nil)
        let known = Dictionary(
            grouping: ruleSet.rules.dropLast().enumerated(), by: { $0.element.number }
        ).values.sorted { $0[0].offset < $1[0].offset }.map { $0.map(\.element) }
        let strange = selected.flatMap { number in
            known.contains { $0.first?.number == number }
                ? nil : FieldControl.Option(value: number, label: "After rule \(number)", selected: true)
        }
        return [first] + known.compactMap { place($0, selected: selected) } + [strange].compactMap { $0 }
    }

    /// - Parameter rules: the halves of one rule, which share its number.
    private static func place(_ rules: [RuleReference], selected: String?) -> FieldControl.Option? {
        guard let number = rules.first?.number else { return nil }
        let names = rules.map(\.name).joined(separator: " / ")
        return FieldControl.Option(
            value: number, label: "After rule \(number): \(names)", selected: number == selected)
    }

    private static let suggestedKeys = [
        "utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term", "utm_id", "gclid", "fbclid", "msclkid",
        "ttclid", "ref", "source", "coupon",
    ]
}

extension RuleEditPage.Condition {
    fileprivate init(
        _ condition: RuleForm.Condition, index: Int, only: Bool, autofocus: Bool, error: (String) -> String?
    ) {
        let id = "when-\(index)"
        self.index = index
        number = index + 1
        self.only = only
        self.autofocus = autofocus
        subjects = RuleSubject.allCases.map {
            FieldControl.Option(value: $0.rawValue, label: $0.label, selected: $0 == condition.subject)
        }
        keyText = condition.key.nonBlank
        keyError = error("\(id)-key")
        comparisons = RuleComparison.all.map {
            FieldControl.Option(value: $0.formValue, label: $0.label, selected: $0 == condition.comparison)
        }
        valueText = condition.value.nonBlank
        valueError = error("\(id)-value")
        example = condition.subject.example
        self.error = error("\(id)-subject") ?? error("\(id)-comparison")
    }
}

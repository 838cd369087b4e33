import Attribution
import Testing

@testable import Server

@Suite struct RuleFormTests {
    private static let rule = OwnRule(
        name: "Podcast", after: "4",
        conditions: [
            OwnCondition(.parameter("utm_source"), .equals, "podcast"),
            OwnCondition(.referrerHost, .matches, "*.spotify.com", isNegated: true),
            OwnCondition(.landingPath, .present),
        ], source: .referral, subLabel: "Podcasts")

    /// What a browser would send of the form.
    private static func sent(_ form: RuleForm) -> FormBody {
        var pairs = [("name", form.name), ("after", form.after ?? ""), ("subLabel", form.subLabel)]
        pairs.append(("source", form.source?.rawValue ?? ""))
        for (index, condition) in form.conditions.enumerated() {
            pairs.append(("when[\(index)].subject", condition.subject.rawValue))
            pairs.append(("when[\(index)].key", condition.key))
            pairs.append(("when[\(index)].comparison", condition.comparison.formValue))
            pairs.append(("when[\(index)].value", condition.value))
        }
        return FormBody(
            pairs.map { "\(ConsolePath.escaped($0.0))=\(ConsolePath.escaped($0.1))" }.joined(separator: "&"))
    }

    @Test func `a rule comes back from the editor as it went in`() {
        let saved = RuleForm(Self.sent(RuleForm(Self.rule))).saved(at: 0, in: .classic)
        #expect(saved.problems.isEmpty)
        #expect(saved.book == RuleBook(.classic, ownRules: [Self.rule]))
    }

    @Test func `a rule takes its own place, or the one behind the last`() {
        let book = RuleBook(.extended, ownRules: [Self.rule, Self.rule])
        var form = RuleForm(Self.rule)
        form.name = "New"
        #expect(form.saved(at: 0, in: book).book.ownRules.map(\.name) == ["New", "Podcast"])
        #expect(form.saved(at: 2, in: book).book.ownRules.map(\.name) == ["Podcast", "Podcast", "New"])
    }

    @Test func `conditions are added and taken away`() {
        var form = RuleForm()
        #expect(form.conditions.count == 1)
        form.apply(.add)
        form.conditions[1].key = "ref"
        form.apply(.remove(0))
        #expect(form.conditions.map(\.key) == ["ref"])
        for nonsense in [RuleForm.Change.remove(1), .remove(-1), .save] { form.apply(nonsense) }
        #expect(form.conditions.count == 1)
    }

    @Test func `every problem is told at the field that it is about`() {
        var form = RuleForm()
        form.after = "4a"
        form.conditions.append(RuleForm.Condition(OwnCondition(.referrerHost, .contains, "")))
        form.subLabel = String(repeating: "x", count: 200)
        let problems = form.saved(at: 0, in: .classic).problems
        let fields = problems.compactMap(\.fieldId)
        #expect(
            Set(fields) == ["name", "after", "when-0-key", "when-0-value", "when-1-value", "subLabel", "source"])
        #expect(problems.contains(FormError(text: "The name must not be empty.", fieldId: "name")))
        #expect(
            problems.contains(
                FormError(text: "The value of condition 2 must not be empty.", fieldId: "when-1-value")))
        form.conditions = []
        let none = form.saved(at: 0, in: .classic).problems
        #expect(none.contains(FormError(text: "The rule needs at least one condition.", fieldId: "when")))
    }

    @Test func `a problem of another rule does not stand in this one's way`() {
        let broken = OwnRule(name: "", conditions: [], source: .direct)
        let saved = RuleForm(Self.rule).saved(at: 1, in: RuleBook(.classic, ownRules: [broken]))
        #expect(saved.problems.isEmpty)
    }

    @Test func `a comparison without a value keeps none`() {
        var form = RuleForm(Self.rule)
        form.conditions[0].comparison = RuleComparison(.present, isNegated: true)
        let condition = form.saved(at: 0, in: .classic).book.ownRules.first?.conditions.first
        #expect(condition == OwnCondition(.parameter("utm_source"), .present, isNegated: true))
    }

    @Test(arguments: RuleComparison.all)
    func `a comparison is read as it is written`(comparison: RuleComparison) {
        #expect(RuleComparison(formValue: comparison.formValue) == comparison)
    }

    @Test(arguments: ["", "not:", "is", "not:not:equals", "equals "])
    func `what is no comparison is refused`(text: String) {
        #expect(RuleComparison(formValue: text) == nil)
    }
}

import Attribution
import Testing

@testable import Server

@Suite struct BuiltInRuleMeaningTests {
    @Test(arguments: RuleSet.allCases)
    func `every rule of a set is said in plain words`(ruleSet: RuleSet) {
        for rule in ruleSet.rules {
            #expect(BuiltInRuleMeaning(rule, in: ruleSet)?.text.isEmpty == false, "rule \(rule.number)")
        }
    }

    @Test func `own rules stand where they are asked`() {
        func rule(_ name: String, after: String? = nil) -> OwnRule {
            OwnRule(
                name: name, after: after, conditions: [OwnCondition(.landingPath, .startsWith, "/qr")], source: .others)
        }
        let book = RuleBook(
            .classic, ownRules: [rule("Late", after: "4"), rule("Early"), rule("Later", after: "4"), rule("Early too")])
        let numbers = RuleOrderPage.steps(book).map(\.number)
        #expect(
            numbers == [
                "Own 2", "Own 4", "1", "2", "3", "4", "Own 1", "Own 3", "5", "6", "7", "8", "9",
            ])
        let extended = RuleBook(.extended, ownRules: [rule("Once", after: "4a")])
        #expect(RuleOrderPage.steps(extended).filter(\.own).count == 1)
        #expect(RuleOrderPage.steps(book).first?.conditions.map(\.text) == ["the landing's path starts with “/qr”"])
    }
}

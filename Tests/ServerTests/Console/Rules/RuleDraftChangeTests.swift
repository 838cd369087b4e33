import Attribution
import Testing

@testable import Server

@Suite struct RuleDraftChangeTests {
    private static let book = RuleBook(.classic, ownRules: ["A", "B", "C"].map(rule))

    private static func rule(_ name: String) -> OwnRule {
        OwnRule(name: name, conditions: [OwnCondition(.userAgent, .present)], source: .referral)
    }

    @Test(
        arguments: [
            ("up:2", "BAC", 1), ("down:2", "ACB", 3), ("remove:1", "BC", 1), ("remove:3", "AB", 2),
            ("duplicate:1", "AABC", 2), ("duplicate:3", "ABCC", 4),
        ] as [(String, String, Int)])
    func `a button moves, copies or removes one rule`(word: String, names: String, focus: Int) throws {
        let change = try #require(RuleDraftChange(FormBody("do=\(word)")))
        let done = try #require(change.applied(to: Self.book))
        #expect(done.book.ownRules.map { $0.name.prefix(1) }.joined() == names)
        #expect(done.focus == focus)
        #expect(done.book.ruleSet == .classic)
    }

    @Test func `a rule moves among those of its own place`() throws {
        var rules = Self.book.ownRules
        rules[1].after = "4"
        let book = RuleBook(.classic, ownRules: rules)
        let up = try #require(RuleDraftChange.up(3).applied(to: book))
        #expect(up.book.ownRules.map(\.name) == ["C", "B", "A"] && up.focus == 1)
        let down = try #require(RuleDraftChange.down(1).applied(to: book))
        #expect(down.book.ownRules.map(\.name) == ["C", "B", "A"] && down.focus == 3)
        #expect(RuleDraftChange.up(2).applied(to: book) == nil && RuleDraftChange.down(2).applied(to: book) == nil)
        #expect(RuleGroup.all(book).map(\.place) == ["Before rule 1", "After rule 4"])
        #expect(RuleGroup.all(book).map { $0.rules.map(\.number) } == [[1, 3], [2]])
    }

    @Test func `a copy has a name of its own`() throws {
        let twice = try #require(RuleDraftChange.duplicate(1).applied(to: Self.book)).book
        #expect(twice.ownRules[1].name == "A (2)")
        let thrice = try #require(RuleDraftChange.duplicate(1).applied(to: twice)).book
        #expect(thrice.ownRules[1].name == "A (3)")
        #expect(Set(thrice.ownRules.map(\.name)).count == thrice.ownRules.count)
    }

    @Test func `the rule set changes and the own rules stay`() throws {
        let change = try #require(RuleDraftChange(FormBody("do=set&ruleSet=extended")))
        let done = try #require(change.applied(to: Self.book))
        #expect(done.book.ruleSet == .extended)
        #expect(done.book.ownRules == Self.book.ownRules)
    }

    @Test(
        arguments: [
            "up:1", "down:3", "remove:4", "remove:0", "up:-1", "duplicate:9", "down:9223372036854775807",
            "up:-9223372036854775808",
        ])
    func `there is nothing to do to a rule that is not there`(word: String) {
        #expect(RuleDraftChange(FormBody("do=\(word)"))?.applied(to: Self.book) == nil)
    }

    @Test(arguments: ["", "up", "up:x", "fly:1", "set", "set&ruleSet=modern", "up:1:2"])
    func `what no button says is no change`(word: String) {
        #expect(RuleDraftChange(FormBody("do=\(word)")) == nil)
    }
}

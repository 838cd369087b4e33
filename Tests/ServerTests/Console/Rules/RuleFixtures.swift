import Attribution
import CRM
import Foundation

@testable import Server

/// Rules that the tests of the rules' pages and of their API speak of.
enum RuleFixtures {
    static let podcast = OwnRule(
        name: "Podcast", conditions: [OwnCondition(.parameter("utm_source"), .equals, "podcast")], source: .referral,
        subLabel: "Podcasts")
    static let partner = OwnRule(
        name: "Partner sites", after: "4",
        conditions: [
            OwnCondition(.referrerHost, .matches, "*.partner.example"),
            OwnCondition(.landingPath, .startsWith, "/offer", isNegated: true),
        ], source: .others)
    static let book = RuleBook(.extended, ownRules: [podcast, partner])

    static let hostile = "\"'><img src=x onerror=alert(1)>"
    static let hostileBook = RuleBook(
        .classic,
        ownRules: [
            OwnRule(
                name: hostile, conditions: [OwnCondition(.parameter("\"'><img/src/onerror>"), .contains, hostile)],
                source: .others,
                subLabel: hostile)
        ])

    /// What the editor's page would send for a rule.
    static func editor(_ rule: OwnRule, base: String, does what: String = "save") -> [(String, String)] {
        let form = RuleForm(rule)
        let conditions = form.conditions.enumerated().flatMap { index, condition in
            [
                ("when[\(index)].subject", condition.subject.rawValue), ("when[\(index)].key", condition.key),
                ("when[\(index)].comparison", condition.comparison.formValue),
                ("when[\(index)].value", condition.value),
            ]
        }
        return [
            ("base", base), ("do", what), ("name", form.name), ("after", form.after ?? ""),
            ("source", form.source?.rawValue ?? ""), ("subLabel", form.subLabel),
        ] + conditions
    }
}

extension TestServer {
    @discardableResult
    func saveDraft(_ book: RuleBook = RuleFixtures.book) async throws -> RuleDraft {
        let before = try await crm.rules.draft(account.id)?.version
        return try await crm.rules.saveDraft(
            account.id, book, replacing: before, by: "ada@clinic.example", now: now)
    }
}

extension Person.Answer {
    /// The state of the draft that the page was made from.
    var base: String { (body.firstMatch(of: /name="base" value="([^"]*)"/)?.1).map(String.init) ?? "" }
}

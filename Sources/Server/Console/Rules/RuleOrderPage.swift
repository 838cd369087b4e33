import Attribution
import CRM

/// Every rule of a book in the order in which it is asked, in plain words.
struct RuleOrderPage: ConsolePage {
    static let template = "console/rules-order"

    let shell: Shell
    let crumbs: [Link]
    let tabs: [Link]
    let heading = "All rules, top to bottom"
    let sub: String
    let steps: [Step]

    struct Step {
        let own: Bool
        let number: String
        let name: String
        let text: String?
        let conditions: [TextLine]
        let sources: [SourceBadge]
        let subLabel: String?
    }

    /// - Parameter name: what book this is: `Revision 3`, `The draft`.
    init(_ frame: Frame, _ paths: AccountPaths, _ book: RuleBook, called name: String, in tab: RulesTab) {
        shell = Shell(heading, in: .rules, frame)
        crumbs = [Link("Rules", paths.rules)]
        tabs = tab.links(frame, paths)
        sub =
            "\(name): the \(book.ruleSet.label.lowercased()) set with "
            + "\(Count.text(book.ownRules.count, "own rule")). The first rule that applies wins."
        steps = Self.steps(book)
    }

    static func steps(_ book: RuleBook) -> [Step] {
        let own = book.ownRules.enumerated().map { (after: $1.after, step: Step($1, index: $0)) }
        func standing(after number: String?) -> [Step] { own.filter { $0.after == number }.map(\.step) }
        let rules = book.ruleSet.rules
        return standing(after: nil)
            + rules.indices.flatMap { index in
                let rule = rules[index]
                // Two halves of one rule share its number; an own rule stands after the whole.
                let isWhole = index == rules.count - 1 || rules[index + 1].number != rule.number
                return [Step(rule, in: book.ruleSet)] + (isWhole ? standing(after: rule.number) : [])
            }
    }
}

extension RuleOrderPage.Step {
    fileprivate init(_ rule: OwnRule, index: Int) {
        own = true
        number = "Own \(index + 1)"
        name = rule.name
        text = nil
        conditions = rule.conditions.map { TextLine(text: $0.sentence) }
        sources = [SourceBadge(rule.source)]
        subLabel = rule.subLabel
    }

    fileprivate init(_ rule: RuleReference, in ruleSet: RuleSet) {
        let meaning = BuiltInRuleMeaning(rule, in: ruleSet)
        own = false
        number = rule.number
        name = rule.name
        text = meaning?.text
        conditions = []
        sources = [meaning?.source].compactMap { $0 }.map(SourceBadge.init)
        subLabel = nil
    }
}

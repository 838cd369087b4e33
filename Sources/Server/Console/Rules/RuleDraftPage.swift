import Attribution
import CRM

/// The draft of the rules: what stands in it, and what can be done with it.
struct RuleDraftPage: ConsolePage {
    static let template = "console/rules-draft"

    let shell: Shell
    let tabs: [Link]
    let errors: [FormError]
    let saved: String
    let base: String
    let action: String
    let ruleSets: [RuleSetChoice]
    let groups: [RuleGroup<Line>]
    let addHref: String
    let importHref: String
    let exportHref: String
    let testHref: String
    let orderHref: String
    let discardHref: String?
    let previewAction: String
    let preview: Preview?
    let unchanged: Bool

    struct RuleSetChoice {
        let value: String
        let label: String
        let meaning: String
        let checked: Bool
    }

    struct Line {
        let id: String
        let number: Int
        let name: String
        let conditions: [TextLine]
        let source: SourceBadge
        let subLabel: String?
        let editHref: String
        let first: Bool
        let last: Bool

        init(_ line: RuleLine, in group: RuleGroup<RuleLine>, _ paths: AccountPaths) {
            id = line.id
            number = line.number
            name = line.name
            conditions = line.conditions
            source = line.source
            subLabel = line.subLabel
            editHref = paths.draftRule(line.number)
            first = line.id == group.rules.first?.id
            last = line.id == group.rules.last?.id
        }
    }

    struct Preview {
        let text: String
        let href: String
    }

    /// What the page is made of.
    struct Matter {
        let desk: RuleDesk
        /// The newest preview of this very draft.
        let preview: Replay?
        /// The set that was asked for and refused, which stays chosen; nil when none was.
        var wish: RuleSet?
    }

    init(_ frame: Frame, _ paths: AccountPaths, _ matter: Matter, problems: [FormError] = []) {
        let desk = matter.desk
        shell = Shell("Draft of the rules", in: .rules, frame)
        tabs = RulesTab.draft.links(frame, paths)
        errors = problems
        saved =
            desk.draft.map { "Saved by \($0.author) on \(frame.clock.moment($0.updatedAt).text)." }
            ?? "No draft yet: this is what is live, and the first change begins one."
        base = desk.base
        action = paths.ruleDraft
        let chosen = matter.wish ?? desk.book.ruleSet
        ruleSets = RuleSet.allCases.map { set in
            RuleSetChoice(
                value: set.rawValue, label: set.label, meaning: set.meaning, checked: set == chosen)
        }
        groups = RuleGroup.all(desk.book).map { $0.map { Line($1, in: $0, paths) } }
        addHref = paths.newDraftRule
        importHref = paths.ruleImport
        exportHref = paths.ruleDraftExport
        testHref = ConsolePath(paths.ruleTest).with("book", RuleTestForm.Book.draft.rawValue).text
        orderHref = paths.ruleDraftOrder
        discardHref = desk.draft.map { _ in paths.ruleDraftDiscard }
        previewAction = paths.ruleReplays
        preview = matter.preview.map { replay in
            let state = replay.state.isOver ? "was made" : "began"
            return Preview(
                text: "A preview of this draft \(state) \(frame.clock.ago(replay.finishedAt ?? replay.startedAt)).",
                href: paths.ruleReplay(replay.id))
        }
        unchanged = desk.isUnchanged
    }
}

import Attribution
import CRM

/// The rules in force.
struct RulesPage: ConsolePage {
    static let template = "console/rules"

    let shell: Shell
    let tabs: [Link]
    let editHref: String?
    let exportHref: String
    let running: Running?
    let draft: Draft?
    let published: String
    let comment: String?
    let ruleSet: RuleSetWords
    let orderHref: String
    let groups: [RuleGroup<RuleLine>]
    let emptyHeading: String
    let emptyText: String
    let emptyAction: Link?
    let testHref: String

    struct RuleSetWords {
        let label: String
        let meaning: String
    }

    struct Running {
        let text: String
        let href: String
    }

    struct Draft {
        let text: String
        let editHref: String?
        let testHref: String
    }

    /// What the page is made of.
    struct Matter {
        let book: RuleBook
        /// Nil while nothing was ever published.
        let revision: RuleRevision?
        let draft: RuleDraft?
        /// A replay that is not over yet.
        let replay: Replay?
    }

    init(_ frame: Frame, _ paths: AccountPaths, _ matter: Matter) {
        shell = Shell("Rules", in: .rules, frame)
        tabs = RulesTab.current.links(frame, paths)
        editHref = frame.isAdmin ? paths.ruleDraft : nil
        exportHref = paths.rulesExport
        running = matter.replay.map { replay in
            let what = replay.kind == .preview ? "A preview of the draft is running." : "Rules are being published."
            return Running(text: what, href: paths.ruleReplay(replay.id))
        }
        draft = matter.draft.map { draft in
            Draft(
                text: "A draft waits, saved by \(draft.author) on \(frame.clock.moment(draft.updatedAt).text).",
                editHref: frame.isAdmin ? paths.ruleDraft : nil,
                testHref: ConsolePath(paths.ruleTest).with("book", RuleTestForm.Book.draft.rawValue).text)
        }
        published = RevisionWords.published(matter.revision, frame.clock)
        comment = matter.revision?.comment
        ruleSet = RuleSetWords(label: matter.book.ruleSet.label, meaning: matter.book.ruleSet.meaning)
        orderHref = paths.ruleOrder
        groups = RuleGroup.all(matter.book)
        let waiting = matter.draft?.book.ownRules.count ?? 0
        emptyHeading = waiting == 0 ? "No own rules yet" : "No own rules in force"
        emptyText =
            waiting == 0
            ? "The built-in rules decide alone. An own rule names what they cannot know: your podcast, a partner’s "
                + "links, a QR code on a flyer."
            : "The built-in rules decide alone. The draft has \(Count.text(waiting, "own rule")): what stands there "
                + "counts once it is previewed and published."
        emptyAction = editHref.map { Link(waiting == 0 ? "Write the first rule" : "Open the draft", $0) }
        testHref = paths.ruleTest
    }
}

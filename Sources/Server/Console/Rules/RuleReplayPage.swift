import Attribution
import CRM

/// A preview of the draft over all history, or a publication under way.
struct RuleReplayPage: ConsolePage {
    static let template = "console/rules-replay"

    let shell: Shell
    let crumbs: [Link]
    let tabs: [Link]
    let errors: [FormError]
    let heading: String
    let sub: String
    let running: Bool
    let state: JobState
    /// What becomes of labels, where something is seen otherwise.
    let lockedText: String?
    let progress: JobProgress?
    let cancelAction: String?
    let reloadHref: String
    let verdicts: [ReplayVerdict]
    let talliesHeading: String
    let testHref: String
    let tallies: [Tally]
    let publish: Publish?
    let outdated: Outdated?
    let revisionsHref: String?

    /// What one rule decides under the new rules.
    struct Tally: Equatable {
        let own: Bool
        let number: String
        let name: String
        let contacts: String
        let contactsMoved: String
        let visits: String
        let visitsMoved: String
        /// Whether it catches nobody.
        let idle: Bool
    }

    struct Publish {
        let action: String
        let base: String
        let commentText: String?
    }

    struct Outdated {
        let text: String
        let action: String
        let base: String
    }

    /// What the page is made of.
    struct Matter {
        let replay: Replay
        let draft: RuleDraft?
        /// The rules that history was judged by; nil when they are not there any more.
        let book: RuleBook?
        let names: [ContactID: String]
        var comment: String?
        var problems: [FormError] = []
    }

    init(_ frame: Frame, _ paths: AccountPaths, _ matter: Matter) {
        let replay = matter.replay
        heading = Self.heading(replay)
        shell = Shell(heading, in: .rules, frame)
        let isPreview = replay.kind == .preview
        let above = isPreview ? Link("Draft", paths.ruleDraft) : Link("History", paths.ruleRevisions)
        crumbs = [Link("Rules", paths.rules), above]
        tabs = (isPreview ? RulesTab.draft : .history).links(frame, paths)
        errors = matter.problems
        sub = "Started by \(replay.author) on \(frame.clock.moment(replay.startedAt).text)."
        running = !replay.state.isOver
        state = Self.state(replay)
        lockedText = replay.state == .done && replay.result.moved.isSomething ? Self.lockedText(replay.kind) : nil
        progress = running ? Self.progress(replay) : nil
        let here = paths.ruleReplay(replay.id)
        cancelAction = running && frame.isAdmin ? here + "/cancel" : nil
        reloadHref = here
        verdicts = replay.state == .done ? ReplayVerdict.all(replay, matter.names, frame, paths) : []
        let tested = isPreview ? RuleTestForm.Book.draft : .current
        testHref = ConsolePath(paths.ruleTest).with("book", tested.rawValue).text
        talliesHeading = isPreview ? "What each rule would decide" : "What each rule decides"
        tallies = replay.state == .done ? matter.book.map { Self.tallies(replay.result, $0) } ?? [] : []
        let isReviewed = isPreview && replay.state == .done
        let isSame = replay.draftVersion != nil && replay.draftVersion == matter.draft?.version
        publish =
            isReviewed && isSame && frame.isAdmin
            ? Publish(
                action: here + "/publish", base: matter.draft?.version.rawValue ?? "", commentText: matter.comment)
            : nil
        outdated =
            isReviewed && !isSame && frame.isAdmin
            ? matter.draft.map { draft in
                Outdated(
                    text: "The draft has changed since this preview, so it cannot be published from here.",
                    action: paths.ruleReplays, base: draft.version.rawValue)
            } : nil
        revisionsHref = replay.kind == .publication && replay.state.isOver ? paths.ruleRevisions : nil
    }

    /// In the order in which the rules are asked. A built-in rule that decides nothing is left out; an own one shows
    /// that it catches nobody.
    private static func tallies(_ diff: ReplayDiff, _ book: RuleBook) -> [Tally] {
        // Two halves of one rule are counted together.
        var counted = Dictionary(diff.rules.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        return RuleOrderPage.steps(book).compactMap { step in
            let tally = counted.removeValue(forKey: step.number.lowercased())
            return tally == nil && !step.own ? nil : Tally(step, tally)
        }
    }

    private static func lockedText(_ kind: Replay.Kind) -> String {
        let stands = kind == .preview ? "would stand" : "stands"
        return "Locked labels stay: no contact loses the source it was given. Where the rules see it otherwise, a "
            + "second opinion \(stands) beside the label on the contact’s record."
    }

    private static func heading(_ replay: Replay) -> String {
        switch replay.kind {
        case .preview: "Preview of the draft"
        case .publication: "Publication of \(replay.revision.map(RevisionWords.name)?.lowercased() ?? "the draft")"
        }
    }

    private static func state(_ replay: Replay) -> JobState {
        let isPreview = replay.kind == .preview
        switch replay.state {
        case .queued: return .neutral("Waiting to begin.")
        case .running:
            return .neutral(
                isPreview ? "Reading history with the draft." : "Judging history; the old rules are in force yet.")
        case .done:
            let text = isPreview ? "Done: nothing was changed by looking." : "Published. The new rules are in force."
            return .good(text)
        case .cancelled: return .neutral("Cancelled. Nothing was changed.")
        case .failed: return .bad("It did not come to its end. Nothing was changed.")
        }
    }

    private static func progress(_ replay: Replay) -> JobProgress {
        let of = replay.total.map { " of \(Count.grouped($0))" } ?? ""
        return JobProgress(
            replay.done, of: replay.total ?? 0,
            text: "\(Count.grouped(replay.done))\(of) visits and conversions judged.")
    }
}

extension RuleReplayPage.Tally {
    /// - Parameter tally: nil for a rule that decides nothing.
    fileprivate init(_ step: RuleOrderPage.Step, _ tally: RuleTally?) {
        own = step.own
        number = step.number
        name = step.name
        contacts = Count.grouped(tally?.contacts ?? 0)
        contactsMoved = Count.grouped(tally?.contactsMoved ?? 0)
        visits = Count.grouped(tally?.sessions ?? 0)
        visitsMoved = Count.grouped(tally?.sessionsMoved ?? 0)
        idle = contacts == "0" && visits == "0"
    }
}

extension MovedCounts {
    fileprivate var isSomething: Bool { contactsByFirst + contactsByLatest + touches > 0 }
}

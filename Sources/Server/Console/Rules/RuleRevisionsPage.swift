import CRM

/// What was published, when, by whom, and what it moved.
struct RuleRevisionsPage: ConsolePage {
    static let template = "console/rules-revisions"

    let shell: Shell
    let tabs: [Link]
    let revisions: [Line]
    let moreText: String?

    struct Line {
        let name: String
        let current: Bool
        let rulesText: String
        let when: Moment?
        let who: String?
        let comment: String?
        let moved: [TextLine]
        let viewHref: String
        let exportHref: String
        let restoreHref: String?
        let copyHref: String?
    }

    /// - Parameter revisions: newest first, those that never came into use left out.
    init(_ frame: Frame, _ paths: AccountPaths, _ revisions: [RuleRevision], moreText: String? = nil) {
        shell = Shell("History of the rules", in: .rules, frame)
        tabs = RulesTab.history.links(frame, paths)
        self.revisions = revisions.map { Line($0, frame, paths) }
        self.moreText = moreText
    }
}

extension RuleRevisionsPage.Line {
    fileprivate init(_ revision: RuleRevision, _ frame: Frame, _ paths: AccountPaths) {
        let here = paths.ruleRevision(revision.number)
        name = RevisionWords.name(revision.number)
        current = revision.isCurrent
        rulesText = "\(revision.ruleSet.label), \(Count.text(revision.ownRuleCount, "own rule"))"
        when = revision.publishedAt.map(frame.clock.moment)
        who = revision.author
        comment = revision.comment
        moved = revision.moved.map(RevisionWords.moved) ?? [TextLine(text: "–")]
        viewHref = here
        exportHref = here + "/export"
        restoreHref = frame.isAdmin && revision.canBeRestored ? here + "/restore" : nil
        copyHref = frame.isAdmin ? here + "/copy" : nil
    }
}

import CRM

extension ConfirmPage {
    init(discarding draft: RuleDraft, _ paths: AccountPaths, _ frame: Frame) {
        self.init(
            "Discard the draft?", in: .rules, frame,
            text: "What stands in the draft is lost, unless you export it first.",
            consequences: ["The rules in force stay as they are."], action: paths.ruleDraftDiscard,
            hidden: [HiddenField(name: "base", value: draft.version.rawValue)], button: "Discard the draft",
            cancelHref: paths.ruleDraft)
    }

    /// - Parameter draft: what is replaced; nil while there is none.
    init(copying number: Int, over draft: RuleDraft?, _ paths: AccountPaths, _ frame: Frame) {
        let loss = draft.map {
            "What stands in the draft now, saved by \($0.author), is lost, unless you export it first."
        }
        self.init(
            "Copy “\(RevisionWords.name(number))” into the draft?", in: .rules, frame,
            text: "The draft then says what this revision says, for you to change, preview and publish.",
            consequences: ["The rules in force stay as they are."] + [loss].compactMap { $0 },
            action: paths.ruleRevision(number) + "/copy",
            hidden: [HiddenField(name: "base", value: draft?.version.rawValue ?? "")], button: "Copy into the draft",
            cancelHref: paths.ruleRevisions)
    }

    init(restoring revision: RuleRevision, _ paths: AccountPaths, _ frame: Frame) {
        let name = RevisionWords.name(revision.number)
        let time =
            revision.canBeRestoredAtOnce
            ? "Its second opinions are still stored, so it takes no time."
            : "Its second opinions are gone, so history is judged again first; that is a publication like any other."
        self.init(
            "Restore “\(name)”?", in: .rules, frame,
            text: "New visits are judged by its rules again, and its second opinions count.",
            consequences: [time, "The first answer of every contact stays locked, as always."],
            action: paths.ruleRevision(revision.number) + "/restore", hidden: [], button: "Restore",
            cancelHref: paths.ruleRevisions)
    }
}

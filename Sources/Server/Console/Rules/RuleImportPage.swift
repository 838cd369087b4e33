import CRM

/// Brings a rule book in as JSON.
struct RuleImportPage: ConsolePage {
    static let template = "console/rules-import"

    let shell: Shell
    let crumbs: [Link]
    let errors: [FormError]
    let action: String
    let text: String?
    let replaces: String?
    let cancelHref: String

    init(
        _ frame: Frame, _ paths: AccountPaths, replacing draft: RuleDraft?, text: String? = nil,
        problems: [FormError] = []
    ) {
        shell = Shell("Import rules", in: .rules, frame)
        crumbs = [Link("Rules", paths.rules), Link("Draft", paths.ruleDraft)]
        errors = problems
        action = paths.ruleImport
        self.text = text
        replaces = draft.map {
            "There is a draft, saved by \($0.author) on \(frame.clock.moment($0.updatedAt).text). The import takes its "
                + "place; export it first if it should not be lost."
        }
        cancelHref = paths.ruleDraft
    }
}

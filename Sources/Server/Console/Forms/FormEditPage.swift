import CRM

/// The form builder.
struct FormEditPage: ConsolePage {
    static let template = "console/form-edit"

    let shell: Shell
    let crumbs: [Link]
    let errors: [FormError]
    let heading: String
    let action: String
    let name: String?
    let rows: [Row]
    let sourceText: String?
    let submitText: String?
    let thanksText: String?
    let redirectUrl: String?
    let afterThanks: Bool
    let afterRedirect: Bool
    let share: Share?
    let cancelHref: String

    struct Row {
        let index: Int
        let number: Int
        let name: String
        let labelText: String?
        let targets: [FieldControl.Option]
        let types: [FieldControl.Option]
        let required: Bool
        let optionsText: String?
        let first: Bool
        let last: Bool
        let error: String?
    }

    /// How a stored form reaches visitors.
    struct Share {
        let hostedUrl: String
        let embed: Snippet
        let submissionsHref: String
        let archiveHref: String
    }

    init(
        _ frame: Frame, _ paths: AccountPaths, _ draft: FormDraft, of form: Form?, fields: [CustomField],
        problems: [String], publicURL: PublicURL
    ) {
        heading = form?.name ?? "New form"
        shell = Shell(heading, in: .forms, frame)
        crumbs = [Link("Forms", paths.forms)]
        errors = problems.map { FormError(text: $0) }
        action = form.map { paths.form($0.id) } ?? paths.forms
        name = draft.name.isEmpty ? nil : draft.name
        rows = draft.rows.enumerated().map { index, row in
            Row(row, index: index, count: draft.rows.count, fields: fields)
        }
        sourceText = draft.source
        submitText = draft.submitLabel
        thanksText = draft.thanks
        redirectUrl = draft.redirect.isEmpty ? nil : draft.redirect
        afterThanks = !draft.redirects
        afterRedirect = draft.redirects
        share = form.map { form in
            Share(
                hostedUrl: "\(publicURL)/f/\(form.id)",
                embed: Snippet(code: TrackingSnippet.text(for: form, publicURL)),
                submissionsHref: ConsolePath(paths.submissions).with("form", form.id.rawValue).text,
                archiveHref: paths.form(form.id) + "/archive")
        }
        cancelHref = paths.forms
    }
}

extension FormEditPage.Row {
    init(_ row: FormDraft.Row, index: Int, count: Int, fields: [CustomField]) {
        self.index = index
        number = index + 1
        name = row.name
        labelText = row.label.isEmpty ? nil : row.label
        targets = FieldTargetChoices.options(
            fields, none: "Only kept with the submission", selected: row.target)
        types = FieldTypeChoices.forForms.map { type in
            FieldControl.Option(value: type.rawValue, label: type.label, selected: type == row.fittingType)
        }
        required = row.isRequired
        optionsText = row.options.isEmpty ? nil : row.options.joined(separator: "\n")
        first = index == 0
        last = index == count - 1
        error = nil
    }
}

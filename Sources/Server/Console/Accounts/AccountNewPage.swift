import CRM

/// The form for a new account.
struct AccountNewPage: ConsolePage {
    static let template = "console/account-new"

    let shell: Shell
    let crumbs = [Link("Accounts", "/accounts")]
    let errors: [FormError]
    let action = "/accounts"
    let nameText: String?
    let domainText: String?
    let timeZones: [FieldControl.Option]
    let cancelHref = "/accounts"

    init(_ frame: Frame, form: FormBody, error: AccountError?) {
        shell = Shell("New account", in: nil, frame)
        errors = [error].compactMap { $0 }.map(FormError.init)
        nameText = form.text("name")
        domainText = form.text("domain")
        timeZones = TimeZoneChoices.options(selected: form["timeZone"] ?? "UTC")
    }
}

extension FormError {
    init(_ error: AccountError) {
        let fieldID =
            switch error {
            case .name: "name"
            case .host: "domain"
            case .lookBackDays: "lookBackDays"
            case .pageViewMonths: "pageViewMonths"
            case .timeZone: "timeZone"
            }
        self.init(text: error.description, fieldId: fieldID)
    }
}

import CRM

/// Asks before something that cannot be taken back.
struct ConfirmPage: ConsolePage {
    static let template = "console/confirm"

    let shell: Shell
    let heading: String
    let text: String
    let consequences: [TextLine]
    let action: String
    var hidden: [HiddenField] = []
    let button: String
    let cancelHref: String

    init(
        _ heading: String, in section: Section, _ frame: Frame, text: String, consequences: [String], action: String,
        hidden: [HiddenField], button: String, cancelHref: String
    ) {
        self.heading = heading
        shell = Shell(heading, in: section, frame)
        self.text = text
        self.consequences = consequences.map { TextLine(text: $0) }
        self.action = action
        self.hidden = hidden
        self.button = button
        self.cancelHref = cancelHref
    }

    init(deleting contact: Contact, _ paths: AccountPaths, _ frame: Frame) {
        heading = "Delete \(contact.displayName)?"
        shell = Shell(heading, in: .contacts, frame)
        text = "This cannot be taken back."
        consequences = [
            "The contact goes with its attributions, its submissions and its timeline.",
            "Its visits stay, but nobody’s: the browser is a stranger again.",
        ].map { TextLine(text: $0) }
        action = paths.contact(contact.id) + "/delete"
        button = "Delete contact"
        cancelHref = paths.contact(contact.id)
    }

    init(archiving form: Form, _ paths: AccountPaths, _ frame: Frame) {
        heading = "Archive “\(form.name)”?"
        shell = Shell(heading, in: .forms, frame)
        text = "The form is taken off the web: its link and the pages it stands in show it no more."
        consequences = [TextLine(text: "Its submissions and the contacts it brought stay.")]
        action = paths.form(form.id) + "/archive"
        button = "Archive form"
        cancelHref = paths.form(form.id)
    }

    init(removing field: CustomField, _ paths: AccountPaths, _ frame: Frame) {
        heading = "Remove the field “\(field.name)”?"
        shell = Shell(heading, in: .settings, frame)
        text = "This cannot be taken back."
        consequences = [TextLine(text: "Every contact loses its value of the field.")]
        action = paths.field(field.id) + "/remove"
        button = "Remove field"
        cancelHref = paths.fields
    }

    init(revoking token: Token, _ paths: AccountPaths, _ frame: Frame) {
        heading = "Revoke “\(token.name)”?"
        shell = Shell(heading, in: .settings, frame)
        text = "Programs that use the token are refused from the next request on."
        consequences = []
        action = paths.token(token.id) + "/revoke"
        button = "Revoke token"
        cancelHref = paths.tokens
    }
}

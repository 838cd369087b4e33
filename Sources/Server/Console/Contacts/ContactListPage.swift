import Attribution
import CRM

/// The list of contacts.
struct ContactListPage: ConsolePage {
    static let template = "console/contacts"

    let shell: Shell
    let newHref: String
    let exportHref: String
    let setup: Setup?
    let list: ContactTable?

    /// What an account without a contact needs to know.
    struct Setup {
        let snippet: Snippet
        let lastSeenText: String?
        let formsHref: String
        let trackingHref: String
    }

    init(
        _ frame: Frame, _ paths: AccountPaths, _ filter: ContactFilter, setup: Setup?, table: ContactTable?
    ) {
        shell = Shell("Contacts", in: .contacts, frame)
        newHref = paths.newContact
        exportHref = filter.path(paths.contactsCSV).text
        self.setup = setup
        list = table
    }
}

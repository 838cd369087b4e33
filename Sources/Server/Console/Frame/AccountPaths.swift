import CRM

/// The addresses of one account's pages: each carries the account.
struct AccountPaths: Sendable {
    let root: String

    init(_ account: Account) {
        root = "/a/" + ConsolePath.escaped(account.locationID)
    }

    var contacts: String { root + "/contacts" }
    var newContact: String { contacts + "/new" }
    var contactColumns: String { contacts + "/columns" }
    var contactsCSV: String { root + "/contacts.csv" }
    func contact(_ id: ContactID) -> String { contacts + "/" + ConsolePath.escaped(id.rawValue) }

    var forms: String { root + "/forms" }
    var newForm: String { forms + "/new" }
    func form(_ id: FormID) -> String { forms + "/" + ConsolePath.escaped(id.rawValue) }

    var submissions: String { root + "/submissions" }
    func submission(_ id: ConversionID) -> String { submissions + "/" + ConsolePath.escaped(id.rawValue) }

    var tagging: String { root + "/tagging" }
    var taggingCSV: String { root + "/tagging.csv" }

    var settings: String { root + "/settings" }
    var tracking: String { settings + "/tracking" }
    var domains: String { tracking + "/domains" }
    var referrers: String { tracking + "/referrers" }
    var general: String { settings + "/general" }
    var fields: String { settings + "/fields" }
    func field(_ id: FieldID) -> String { fields + "/" + ConsolePath.escaped(id.rawValue) }
    var fieldFolders: String { fields + "/folders" }
    func fieldFolder(_ id: FolderID) -> String { fieldFolders + "/" + ConsolePath.escaped(id.rawValue) }
    var values: String { settings + "/values" }
    func value(_ id: CustomValueID) -> String { values + "/" + ConsolePath.escaped(id.rawValue) }
    var tags: String { settings + "/tags" }
    func tag(_ id: TagID) -> String { tags + "/" + ConsolePath.escaped(id.rawValue) }
    var tokens: String { settings + "/tokens" }
    func token(_ id: TokenID) -> String { tokens + "/" + ConsolePath.escaped(id.rawValue) }
    var users: String { settings + "/users" }
    func user(_ id: UserID) -> String { users + "/" + ConsolePath.escaped(id.rawValue) }
    var apps: String { settings + "/apps" }
    func app(_ id: AppID) -> String { apps + "/" + ConsolePath.escaped(id.rawValue) }
    var audit: String { settings + "/audit" }
    var auditCSV: String { settings + "/audit.csv" }
    var reference: String { settings + "/api" }
}

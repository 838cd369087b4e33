/// The parts of the console, in the order of its menu.
enum Section: CaseIterable {
    case contacts, forms, submissions, settings

    var label: String {
        switch self {
        case .contacts: "Contacts"
        case .forms: "Forms"
        case .submissions: "Submissions"
        case .settings: "Settings"
        }
    }

    /// The name of a symbol in `console/icons`.
    var icon: String {
        switch self {
        case .contacts: "contacts"
        case .forms: "forms"
        case .submissions: "inbox"
        case .settings: "settings"
        }
    }

    func href(_ paths: AccountPaths) -> String {
        switch self {
        case .contacts: paths.contacts
        case .forms: paths.forms
        case .submissions: paths.submissions
        case .settings: paths.settings
        }
    }
}

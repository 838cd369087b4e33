/// The parts of the console, in the order of its menu.
enum Section: CaseIterable {
    case contacts, forms, submissions, tagging, rules, lenses, settings

    var label: String {
        switch self {
        case .contacts: "Contacts"
        case .forms: "Forms"
        case .submissions: "Submissions"
        case .tagging: "Tagging"
        case .rules: "Rules"
        case .lenses: "Lenses"
        case .settings: "Settings"
        }
    }

    /// The name of a symbol in `console/icons`.
    var icon: String {
        switch self {
        case .contacts: "contacts"
        case .forms: "forms"
        case .submissions: "inbox"
        case .tagging: "tag"
        case .rules: "rules"
        case .lenses: "lenses"
        case .settings: "settings"
        }
    }

    func href(_ paths: AccountPaths) -> String {
        switch self {
        case .contacts: paths.contacts
        case .forms: paths.forms
        case .submissions: paths.submissions
        case .tagging: paths.tagging
        case .rules: paths.rules
        case .lenses: paths.lenses
        case .settings: paths.settings
        }
    }
}

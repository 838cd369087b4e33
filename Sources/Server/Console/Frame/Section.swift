/// The parts of the console, in the order of its menu.
enum Section: CaseIterable {
    case contacts, opportunities, forms, submissions, links, tagging, rules, lenses, settings

    var label: String {
        switch self {
        case .contacts: "Contacts"
        case .opportunities: "Opportunities"
        case .forms: "Forms"
        case .submissions: "Submissions"
        case .links: "Links"
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
        case .opportunities: "board"
        case .forms: "forms"
        case .submissions: "inbox"
        case .links: "link"
        case .tagging: "tag"
        case .rules: "rules"
        case .lenses: "lenses"
        case .settings: "settings"
        }
    }

    /// What its pages have beside the console's own styles.
    var stylesheet: String? {
        switch self {
        case .rules: "/assets/console-rules.css"
        case .opportunities: "/assets/console-board.css"
        default: nil
        }
    }

    func href(_ paths: AccountPaths) -> String {
        switch self {
        case .contacts: paths.contacts
        case .opportunities: paths.opportunities
        case .forms: paths.forms
        case .submissions: paths.submissions
        case .links: paths.links
        case .tagging: paths.tagging
        case .rules: paths.rules
        case .lenses: paths.lenses
        case .settings: paths.settings
        }
    }
}

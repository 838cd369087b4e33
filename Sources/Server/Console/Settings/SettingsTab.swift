import CRM

/// The pages of the settings, in order: the website and the account, what contacts have, people, programs.
enum SettingsTab: CaseIterable {
    case tracking, general, fields, values, tags, pipelines, currencies, users, audit, tokens, apps, webhooks, reference

    var label: String {
        switch self {
        case .tracking: "Tracking"
        case .general: "General"
        case .fields: "Fields"
        case .pipelines: "Pipelines"
        case .currencies: "Currencies"
        case .values: "Values"
        case .tags: "Tags"
        case .tokens: "API tokens"
        case .webhooks: "Webhooks"
        case .apps: "Apps"
        case .users: "Users"
        case .audit: "Audit log"
        case .reference: "API"
        }
    }

    /// Whether only administrators see the page; the others everybody may look at.
    var isForAdmins: Bool {
        switch self {
        case .tokens, .webhooks, .apps, .users, .audit: true
        default: false
        }
    }

    func href(_ paths: AccountPaths) -> String {
        switch self {
        case .tracking: paths.tracking
        case .general: paths.general
        case .fields: paths.fields
        case .pipelines: paths.pipelines
        case .currencies: paths.currencies
        case .values: paths.values
        case .tags: paths.tags
        case .tokens: paths.tokens
        case .webhooks: paths.webhooks
        case .apps: paths.apps
        case .users: paths.users
        case .audit: paths.audit
        case .reference: paths.reference
        }
    }

    /// The row of tabs with this one current.
    func links(_ frame: Frame, _ paths: AccountPaths) -> [Link] {
        Self.allCases.filter { frame.isAdmin || !$0.isForAdmins }.map { tab in
            Link(tab.label, tab.href(paths), current: tab == self)
        }
    }

    func shell(_ frame: Frame) -> Shell {
        Shell(
            "\(label) settings", in: .settings, frame,
            notice: frame.isAdmin ? nil : "You can look at the settings. Only administrators change them.")
    }
}

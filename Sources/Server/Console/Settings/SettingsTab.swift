import CRM

/// The pages of the settings, in order.
enum SettingsTab: CaseIterable {
    case tracking, general, fields, tokens, users

    var label: String {
        switch self {
        case .tracking: "Tracking"
        case .general: "General"
        case .fields: "Custom fields"
        case .tokens: "API tokens"
        case .users: "Users"
        }
    }

    /// Whether only administrators see the page; the others everybody may look at.
    var isForAdmins: Bool { self == .tokens || self == .users }

    func href(_ paths: AccountPaths) -> String {
        switch self {
        case .tracking: paths.tracking
        case .general: paths.general
        case .fields: paths.fields
        case .tokens: paths.tokens
        case .users: paths.users
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

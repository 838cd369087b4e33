import CRM

/// Who may sign in to this server.
struct UserSettingsPage: ConsolePage {
    static let template = "console/settings-users"

    let shell: Shell
    let tabs: [Link]
    let errors: [FormError]
    let users: [Line]
    let addAction: String
    let emailText: String?
    let roles: [FieldControl.Option]
    let command = Snippet(code: "headwater user create --email name@example.com --role user")

    struct Line {
        let email: String
        let initials: String
        let role: String
        let since: String
        let you: Bool
    }

    init(
        _ frame: Frame, _ paths: AccountPaths, _ all: [User], email: String? = nil, role: User.Role = .user,
        error: PersonError? = nil
    ) {
        shell = SettingsTab.users.shell(frame)
        tabs = SettingsTab.users.links(frame, paths)
        errors = error.map { [FormError(text: $0.description, fieldId: $0 == .password ? "password" : "email")] } ?? []
        users = all.map { user in
            Line(
                email: user.email.text, initials: Initials.of(user.email.text), role: user.role.label,
                since: frame.clock.date(user.createdAt), you: user.id == frame.session.user.id)
        }
        addAction = paths.users
        emailText = email
        roles = [User.Role.user, .admin].map {
            FieldControl.Option(value: $0.rawValue, label: $0.label, selected: $0 == role)
        }
    }
}

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
    let fields: UserFields
    let command = Snippet(code: "headwater user create --email name@example.com --role user")

    struct Line {
        let email: String
        let initials: String
        let role: String
        let since: String
        let you: Bool
        let href: String
    }

    init(
        _ frame: Frame, _ paths: AccountPaths, _ all: [User], form: UserForm = UserForm(), error: PersonError? = nil
    ) {
        shell = SettingsTab.users.shell(frame)
        tabs = SettingsTab.users.links(frame, paths)
        errors = error.map { [FormError($0)] } ?? []
        users = all.map { user in
            Line(
                email: user.email.text, initials: Initials.of(user.email.text), role: Self.role(user),
                since: frame.clock.date(user.createdAt), you: user.id == frame.session.user.id,
                href: paths.user(user.id))
        }
        addAction = paths.users
        emailText = form.email
        fields = UserFields(form, frame)
    }

    /// What somebody may do and see, in a few words.
    private static func role(_ user: User) -> String {
        guard user.role == .user else { return user.role.label }
        let accounts = user.access.accounts.map { " · " + Count.text($0.count, "account") } ?? ""
        return user.role.label + accounts + (user.access.seesAssignedOnly ? " · assigned contacts only" : "")
    }
}

extension FormError {
    init(_ error: PersonError) {
        let field: String? =
            switch error {
            case .email, .taken: "email"
            case .password: "password"
            case .wrongPassword: "old"
            case .lastAdministrator: "role"
            case .throttled, .link: nil
            }
        self.init(text: error.description, fieldId: field)
    }
}

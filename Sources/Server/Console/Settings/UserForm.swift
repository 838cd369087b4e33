import CRM

/// What somebody may do and see, as a form says it.
struct UserForm {
    var email: String?
    var role = User.Role.user
    var access = UserAccess()

    init() {}

    /// - Parameter accounts: those there are: a form cannot name others.
    init(_ form: FormBody, _ accounts: [Account]) {
        email = form.text("email")
        role = form.text("role").flatMap(User.Role.init(rawValue:)) ?? .user
        access.seesAssignedOnly = form["assignedOnly"] == "true"
        if form["where"] == "chosen" {
            let named = Set(form.all("accounts"))
            access.accounts = Set(accounts.filter { named.contains($0.locationID) }.map(\.id))
        }
    }

    init(_ user: User) {
        email = user.email.text
        role = user.role
        access = user.access
    }
}

/// The controls of that form, as `console/user-fields` shows them.
struct UserFields {
    let roles: [FieldControl.Option]
    let all: Bool
    let accounts: [Choice]
    let assignedOnly: Bool

    struct Choice {
        let value: String
        let name: String
        let checked: Bool
    }

    init(_ form: UserForm, _ frame: Frame) {
        roles = [User.Role.user, .admin].map {
            FieldControl.Option(value: $0.rawValue, label: $0.label, selected: $0 == form.role)
        }
        all = form.access.accounts == nil
        accounts = frame.accounts.map { account in
            Choice(
                value: account.locationID, name: account.name,
                checked: form.access.accounts?.contains(account.id) ?? false)
        }
        assignedOnly = form.access.seesAssignedOnly
    }
}

import CRM

/// One of the people who may sign in: what they may do and see, and what an administrator can do for them.
struct UserEditPage: ConsolePage {
    static let template = "console/settings-user"

    let shell: Shell
    let tabs: [Link]
    let crumbs: [Link]
    let errors: [FormError]
    let email: String
    let since: String
    let action: String
    let fields: UserFields
    /// By which they choose a password; shown once.
    let link: String?
    let linkDays = "two days"
    let resetAction: String
    let signOutAction: String
    let deleteHref: String

    init(
        _ frame: Frame, _ paths: AccountPaths, _ user: User, _ form: UserForm, link: String? = nil,
        error: PersonError? = nil
    ) {
        shell = SettingsTab.users.shell(frame)
        tabs = SettingsTab.users.links(frame, paths)
        crumbs = [Link("Users", paths.users)]
        errors = error.map { [FormError($0)] } ?? []
        email = user.email.text
        since = frame.clock.date(user.createdAt)
        action = paths.user(user.id)
        fields = UserFields(form, frame)
        self.link = link
        resetAction = action + "/reset"
        signOutAction = action + "/sign-out"
        deleteHref = action + "/delete"
    }
}

extension ConfirmPage {
    init(deleting user: User, _ paths: AccountPaths, _ frame: Frame) {
        self.init(
            "Delete the user \(user.email.text)?", in: .settings, frame,
            text: "They are signed out at once and cannot sign in again.",
            consequences: [
                "Contacts, tasks and opportunities that were given to them are nobody’s.",
                "Their notes and their lines in the audit log stay.",
                "Apps that they have let in stay connected: they are the business’s, not theirs.",
            ],
            action: paths.user(user.id) + "/delete", hidden: [], button: "Delete user",
            cancelHref: paths.user(user.id))
    }
}

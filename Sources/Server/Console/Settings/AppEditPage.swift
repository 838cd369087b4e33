import CRM

/// One app: what it may ask for, where it is let in, and its secret.
struct AppEditPage: ConsolePage {
    static let template = "console/settings-app"

    let shell: Shell
    let tabs: [Link]
    let crumbs: [Link]
    let errors: [FormError]
    let name: String
    let clientId: String
    let isPublic: Bool
    /// Shown this once.
    let secret: String?
    let action: String
    let fields: AppFields
    let renewAction: String?
    let disconnectAction: String
    let isHere: Bool
    let isEverywhere: Bool
    let elsewhere: String?
    let deleteHref: String

    /// - Parameter secret: empty for an app that was just made and keeps none.
    init(
        _ frame: Frame, _ paths: AccountPaths, _ app: OAuthApp, _ form: AppForm, _ grants: [AppGrant],
        secret: String? = nil, error: AppError? = nil
    ) {
        shell = SettingsTab.apps.shell(frame)
        tabs = SettingsTab.apps.links(frame, paths)
        crumbs = [Link("Apps", paths.apps)]
        errors = error.map { [FormError($0)] } ?? []
        name = app.name
        clientId = app.id.rawValue
        isPublic = !app.isConfidential
        self.secret = secret.flatMap { $0.isEmpty ? nil : $0 }
        action = paths.app(app.id)
        fields = AppFields(form)
        renewAction = app.isConfidential ? action + "/secret" : nil
        disconnectAction = action + "/disconnect"
        isHere = grants.contains { $0.account != nil && $0.account == frame.account?.id }
        isEverywhere = grants.contains { $0.account == nil }
        let others = grants.filter { $0.account != nil && $0.account != frame.account?.id }.count
        elsewhere = others == 0 ? nil : Count.text(others, "other account")
        deleteHref = action + "/delete"
    }
}

extension ConfirmPage {
    init(deleting app: OAuthApp, _ paths: AccountPaths, _ frame: Frame) {
        self.init(
            "Delete the app “\(app.name)”?", in: .settings, frame,
            text: "It is put out of every account, and everything it was given is good no more.", consequences: [],
            action: paths.app(app.id) + "/delete", hidden: [], button: "Delete app", cancelHref: paths.app(app.id))
    }
}

import CRM

/// The apps that are registered on this server, and which of them are let into the account.
struct AppSettingsPage: ConsolePage {
    static let template = "console/settings-apps"

    let shell: Shell
    let tabs: [Link]
    let errors: [FormError]
    let apps: [Line]
    let createAction: String
    let fields: AppFields
    let isPublic: Bool
    let authorizeUrl: String
    let tokenUrl: String

    struct Line {
        let name: String
        let href: String
        let clientId: String
        let isPublic: Bool
        /// "Let in on 3 Nov 2026"; nil for one that is not.
        let state: String?
    }

    init(
        _ frame: Frame, _ paths: AccountPaths, _ all: [OAuthApp], _ grants: [AppGrant], publicURL: PublicURL,
        form: AppForm = AppForm(), error: AppError? = nil
    ) {
        shell = SettingsTab.apps.shell(frame)
        tabs = SettingsTab.apps.links(frame, paths)
        errors = error.map { [FormError($0)] } ?? []
        apps = all.map { app in
            Line(
                name: app.name, href: paths.app(app.id), clientId: app.id.rawValue, isPublic: !app.isConfidential,
                state: grants.first { $0.app == app.id }.map { "Let in on \(frame.clock.date($0.createdAt))" })
        }
        createAction = paths.apps
        fields = AppFields(form)
        isPublic = !form.isConfidential
        authorizeUrl = publicURL.text + ConsentController.path
        tokenUrl = publicURL.text + "/oauth/token"
    }
}

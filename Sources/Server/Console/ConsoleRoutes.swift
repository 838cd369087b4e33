import Assets
import CRM
import Hummingbird

/// The console's table of contents: every address that people see, top to bottom.
struct ConsoleRoutes: Sendable {
    let crm: CRM
    let settings: ServerSettings
    let templates: Templates
    let now: @Sendable () -> Milliseconds

    func add(to router: Router<WebContext>) {
        let files = StaticFiles(
            .embedded, names: ["console.css", "console-pages.css", "console.js", "form.css", "icon.svg"])
        router.get("assets/:file") { request, context in
            try files.response(try context.parameters.require("file"), to: request)
        }

        let cookies = ConsoleCookies(isSecure: settings.publicURL.isSecure)
        let open = router.group(context: ConsoleContext.self)
            .add(middleware: ConsoleRefusals(templates: templates))
            .add(middleware: SessionReader(crm: crm, cookies: cookies, now: now))
            .add(middleware: FormGuard(publicURL: settings.publicURL))
        let signIn = SignInController(
            crm: crm, settings: settings, templates: templates, cookies: cookies, now: now)
        open.get("/", use: signIn.home)
        open.get("sign-in", use: signIn.page)
        open.post("sign-in", use: signIn.signIn)
        open.post("sign-out", use: signIn.signOut)
        open.post("theme", use: signIn.setTheme)

        let pages = ConsolePages(crm: crm, templates: templates, now: now)
        let signedIn = open.group(context: SignedInContext.self)
        let accounts = AccountController(crm: crm, pages: pages, now: now)
        signedIn.get("accounts", use: accounts.list)
        let admins = signedIn.group().add(middleware: AdminsOnly())
        admins.get("accounts/new", use: accounts.new)
        admins.post("accounts", use: accounts.create)

        let inAccount = RouterPath("a/:\(AccountReader.parameter)")
        let account = signedIn.group(inAccount).add(middleware: AccountReader(crm: crm))
            .group(context: AccountContext.self)
        account.get(use: accounts.home)
        addContacts(to: account, pages)
        addForms(to: account, pages)
        addSubmissions(to: account, pages)
        addSettings(to: account, pages)
        let adminsAccount = admins.group(inAccount).add(middleware: AccountReader(crm: crm))
            .group(context: AccountContext.self)
        addSettingsChanges(to: adminsAccount, pages)
    }

    private func addContacts(to account: RouterGroup<AccountContext>, _ pages: ConsolePages) {
        let list = ContactListController(crm: crm, pages: pages, settings: settings, now: now)
        account.get("contacts", use: list.list)
        account.get("contacts.csv", use: list.export)
        account.get("contacts/columns", use: list.chooseColumns)

        let contact = ContactController(crm: crm, pages: pages, now: now)
        account.get("contacts/new", use: contact.new)
        account.post("contacts", use: contact.create)
        account.get("contacts/:contact", use: contact.show)
        account.post("contacts/:contact", use: contact.save)
        account.get("contacts/:contact/edit", use: contact.edit)
        account.get("contacts/:contact/delete", use: contact.confirmDelete)
        account.post("contacts/:contact/delete", use: contact.delete)
        account.post("contacts/:contact/reviewed", use: contact.markReviewed)
        account.post("contacts/:contact/notes", use: contact.addNote)
        account.post("contacts/:contact/undo", use: contact.undo)
    }

    private func addForms(to account: RouterGroup<AccountContext>, _ pages: ConsolePages) {
        let forms = FormController(crm: crm, pages: pages, settings: settings, now: now)
        account.get("forms", use: forms.list)
        account.post("forms", use: forms.create)
        account.get("forms/new", use: forms.new)
        account.get("forms/:form", use: forms.edit)
        account.post("forms/:form", use: forms.save)
        account.get("forms/:form/archive", use: forms.confirmArchive)
        account.post("forms/:form/archive", use: forms.archive)
    }

    private func addSubmissions(to account: RouterGroup<AccountContext>, _ pages: ConsolePages) {
        let submissions = SubmissionController(crm: crm, pages: pages, now: now)
        account.get("submissions", use: submissions.list)
        account.get("submissions/:submission", use: submissions.show)
        account.post("submissions/:submission/release", use: submissions.release)
        account.post("submissions/:submission/discard", use: submissions.discard)
        account.post("submissions/:submission/map", use: submissions.map)
    }

    /// What everybody may look at.
    private func addSettings(to account: RouterGroup<AccountContext>, _ pages: ConsolePages) {
        let tracking = TrackingSettingsController(crm: crm, pages: pages, settings: settings, now: now)
        account.get("settings", use: tracking.home)
        account.get("settings/tracking", use: tracking.page)
        account.get("settings/general", use: GeneralSettingsController(crm: crm, pages: pages).page)
        account.get("settings/fields", use: FieldSettingsController(crm: crm, pages: pages, now: now).page)
    }

    /// What administrators alone may see or do.
    private func addSettingsChanges(to account: RouterGroup<AccountContext>, _ pages: ConsolePages) {
        let tracking = TrackingSettingsController(crm: crm, pages: pages, settings: settings, now: now)
        account.post("settings/tracking/domains", use: tracking.addDomain)
        account.post("settings/tracking/domains/:host/remove", use: tracking.removeDomain)
        account.post("settings/tracking/referrers", use: tracking.addReferrer)
        account.post("settings/tracking/referrers/:host/remove", use: tracking.removeReferrer)

        account.post("settings/general", use: GeneralSettingsController(crm: crm, pages: pages).save)

        let fields = FieldSettingsController(crm: crm, pages: pages, now: now)
        account.post("settings/fields", use: fields.add)
        account.get("settings/fields/:field/remove", use: fields.confirmRemove)
        account.post("settings/fields/:field/remove", use: fields.remove)

        let tokens = TokenSettingsController(crm: crm, pages: pages, settings: settings, now: now)
        account.get("settings/tokens", use: tokens.page)
        account.post("settings/tokens", use: tokens.create)
        account.get("settings/tokens/:token/revoke", use: tokens.confirmRevoke)
        account.post("settings/tokens/:token/revoke", use: tokens.revoke)

        let users = UserSettingsController(crm: crm, pages: pages, now: now)
        account.get("settings/users", use: users.page)
        account.post("settings/users", use: users.add)
    }
}

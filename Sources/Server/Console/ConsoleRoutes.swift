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
            .embedded,
            names: [
                "console.css", "console-pages.css", "console.js", "console-rules.css", "console-rules.js", "form.css",
                "icon.svg",
            ])
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
        addTagging(to: account, pages)
        addRules(to: account, pages)
        addLenses(to: account, pages)
        addSettings(to: account, pages)
        let adminsAccount = admins.group(inAccount).add(middleware: AccountReader(crm: crm))
            .group(context: AccountContext.self)
        addRuleChanges(to: adminsAccount, pages)
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

    private func addTagging(to account: RouterGroup<AccountContext>, _ pages: ConsolePages) {
        let tagging = TaggingController(crm: crm, pages: pages, now: now)
        account.get("tagging", use: tagging.page)
        account.get("tagging.csv", use: tagging.export)
    }

    /// The rules, which everybody may look at and test.
    private func addRules(to account: RouterGroup<AccountContext>, _ pages: ConsolePages) {
        let rules = RuleController(crm: crm, pages: pages)
        account.get("rules", use: rules.page)
        account.get("rules/order", use: rules.order)
        account.get("rules/export", use: rules.export)
        account.get("rules/revisions", use: rules.revisions)
        account.get("rules/revisions/:revision", use: rules.revision)
        account.get("rules/revisions/:revision/export", use: rules.exportRevision)

        let test = RuleTestController(crm: crm, pages: pages)
        account.get("rules/test", use: test.page)
        account.post("rules/test", use: test.test)

        account.get("rules/replays/:replay", use: RuleReplayController(crm: crm, pages: pages, now: now).page)
    }

    /// The draft of the rules and what becomes of it, for administrators.
    private func addRuleChanges(to account: RouterGroup<AccountContext>, _ pages: ConsolePages) {
        let rules = RuleController(crm: crm, pages: pages)
        account.get("rules/draft/order", use: rules.draftOrder)
        account.get("rules/draft/export", use: rules.exportDraft)

        let draft = RuleDraftController(crm: crm, pages: pages, now: now)
        account.get("rules/draft", use: draft.page)
        account.post("rules/draft", use: draft.change)
        account.get("rules/draft/rules/new", use: draft.newRule)
        account.post("rules/draft/rules/new", use: draft.addRule)
        account.get("rules/draft/rules/:number", use: draft.rule)
        account.post("rules/draft/rules/:number", use: draft.saveRule)
        account.get("rules/draft/discard", use: draft.confirmDiscard)
        account.post("rules/draft/discard", use: draft.discard)

        let taking = RuleImportController(crm: crm, pages: pages, now: now)
        account.get("rules/import", use: taking.page)
        account.post("rules/import", use: taking.take)

        let replays = RuleReplayController(crm: crm, pages: pages, now: now)
        account.post("rules/replays", use: replays.preview)
        account.post("rules/replays/:replay/publish", use: replays.publish)
        account.post("rules/replays/:replay/cancel", use: replays.cancel)
        account.get("rules/revisions/:revision/restore", use: replays.confirmRestore)
        account.post("rules/revisions/:revision/restore", use: replays.restore)

        let copying = RuleCopyController(crm: crm, pages: pages, now: now)
        account.get("rules/revisions/:revision/copy", use: copying.confirm)
        account.post("rules/revisions/:revision/copy", use: copying.copy)
    }

    private func addLenses(to account: RouterGroup<AccountContext>, _ pages: ConsolePages) {
        account.get("lenses", use: LensController(crm: crm, pages: pages).page)
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

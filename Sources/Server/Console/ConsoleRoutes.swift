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
                "console.css", "console-pages.css", "console.js", "console-rules.css", "console-rules.js",
                "console-board.css",
                "console-board.js", "charts.css", "console-reports.css", "console-ads.css", "console-dashboards.css",
                "console-dashboards.js", "console-reports.js", "form.css",
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
        let links = PasswordLinkController(crm: crm, templates: templates, cookies: cookies, now: now)
        open.get("password/:secret", use: links.page)
        open.post("password/:secret", use: links.choose)

        let pages = ConsolePages(crm: crm, templates: templates, now: now)
        let signedIn = open.group(context: SignedInContext.self)
        let accounts = AccountController(crm: crm, pages: pages, now: now)
        signedIn.get("accounts", use: accounts.list)
        let admins = signedIn.group().add(middleware: AdminsOnly())
        admins.get("accounts/new", use: accounts.new)
        admins.post("accounts", use: accounts.create)

        let me = MeController(crm: crm, pages: pages, cookies: cookies, now: now)
        signedIn.get("me", use: me.page)
        signedIn.post("me/password", use: me.changePassword)
        signedIn.post("me/sign-out", use: me.signOutEverywhere)
        let consent = ConsentController(crm: crm, pages: pages, settings: settings, now: now)
        admins.get("oauth/chooselocation", use: consent.page)
        admins.post("oauth/chooselocation", use: consent.decide)

        let inAccount = RouterPath("a/:\(AccountReader.parameter)")
        let account = signedIn.group(inAccount).add(middleware: AccountReader(crm: crm))
            .group(context: AccountContext.self).add(middleware: OwnContactsOnly(crm: crm))
        account.get(use: accounts.home)
        addContacts(to: account, pages)
        addOpportunities(to: account, pages)
        addReports(to: account.group().add(middleware: WholeAccountOnly()), pages)
        addAds(to: account.group().add(middleware: WholeAccountOnly()), pages)
        addDashboards(to: account.group().add(middleware: WholeAccountOnly()), pages)
        addForms(to: account, pages)
        addLinks(to: account, pages)
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

        let contact = ContactController(crm: crm, pages: pages, settings: settings, now: now)
        account.get("contacts/new", use: contact.new)
        account.post("contacts", use: contact.create)
        account.get("contacts/:contact", use: contact.show)
        account.post("contacts/:contact", use: contact.save)
        account.get("contacts/:contact/edit", use: contact.edit)
        account.get("contacts/:contact/delete", use: contact.confirmDelete)
        account.post("contacts/:contact/delete", use: contact.delete)
        account.post("contacts/:contact/reviewed", use: contact.markReviewed)
        account.post("contacts/:contact/undo", use: contact.undo)

        let notes = ContactNoteController(crm: crm, pages: pages, now: now)
        account.post("contacts/:contact/notes", use: notes.add)
        account.post("contacts/:contact/notes/:note", use: notes.save)
        account.get("contacts/:contact/notes/:note/delete", use: notes.confirmDelete)
        account.post("contacts/:contact/notes/:note/delete", use: notes.delete)

        let tasks = ContactTaskController(crm: crm, pages: pages, now: now)
        account.post("contacts/:contact/tasks", use: tasks.add)
        account.post("contacts/:contact/tasks/:task", use: tasks.save)
        account.post("contacts/:contact/tasks/:task/done", use: tasks.tick)
        account.get("contacts/:contact/tasks/:task/delete", use: tasks.confirmDelete)
        account.post("contacts/:contact/tasks/:task/delete", use: tasks.delete)

        let person = PersonController(crm: crm, pages: pages, now: now)
        account.get("contacts/:contact/person", use: person.page)
        account.get("contacts/:contact/person.json", use: person.export)
        account.get("contacts/:contact/merge/:other", use: person.confirmMerge)
        account.post("contacts/:contact/merge/:other", use: person.merge)
        account.post("contacts/:contact/unmerge", use: person.unmerge)
        account.get("contacts/:contact/erase", use: person.confirmErasure)
        account.post("contacts/:contact/erase", use: person.erase)
    }

    private func addOpportunities(to account: RouterGroup<AccountContext>, _ pages: ConsolePages) {
        let board = OpportunityBoardController(crm: crm, pages: pages, now: now)
        account.get("opportunities", use: board.board)
        account.post("opportunities/:opportunity/move", use: board.move)

        let making = OpportunityMakingController(crm: crm, pages: pages, now: now)
        account.get("opportunities/new", use: making.new)
        account.post("opportunities", use: making.create)

        let opportunity = OpportunityController(crm: crm, pages: pages, now: now)
        account.get("opportunities/:opportunity", use: opportunity.show)
        account.post("opportunities/:opportunity", use: opportunity.save)
        account.post("opportunities/:opportunity/status", use: opportunity.setStatus)
        account.get("opportunities/:opportunity/delete", use: opportunity.confirmDelete)
        account.post("opportunities/:opportunity/delete", use: opportunity.delete)
    }

    /// Figures of every contact: for those who see every contact.
    private func addDashboards(to account: RouterGroup<AccountContext>, _ pages: ConsolePages) {
        let dashboards = DashboardController(crm: crm, pages: pages, now: now)
        account.get("dashboards", use: dashboards.list)
        account.post("dashboards", use: dashboards.create)
        account.get("dashboards/:dashboard", use: dashboards.show)
        account.get("dashboards/:dashboard/delete", use: dashboards.confirmDelete)
        account.post("dashboards/:dashboard/delete", use: dashboards.delete)
        account.get("dashboards/:dashboard/copy", use: dashboards.copyPage)
        account.post("dashboards/:dashboard/copy", use: dashboards.copy)
        account.get("dashboards/:dashboard/widgets/:widget/table.csv", use: dashboards.csv)
        account.get("dashboards/:dashboard/widgets/:widget/chart.svg", use: dashboards.svg)

        let editor = DashboardEditController(crm: crm, pages: pages, now: now)
        account.get("dashboards/:dashboard/edit", use: editor.page)
        account.post("dashboards/:dashboard/edit", use: editor.save)
        account.post("dashboards/:dashboard/widgets", use: editor.addWidget)
        account.get("dashboards/:dashboard/widgets/new", use: editor.newWidget)
        account.get("dashboards/:dashboard/widgets/:widget", use: editor.widget)
        account.post("dashboards/:dashboard/widgets/:widget", use: editor.saveWidget)
        account.post("dashboards/:dashboard/widgets/:widget/move", use: editor.move)
        account.get("dashboards/:dashboard/widgets/:widget/remove", use: editor.confirmRemove)
        account.post("dashboards/:dashboard/widgets/:widget/remove", use: editor.remove)

        let sharing = DashboardSharingController(crm: crm, pages: pages, settings: settings, now: now)
        account.get("dashboards/:dashboard/share", use: sharing.page)
        account.post("dashboards/:dashboard/share", use: sharing.share)
        account.post("dashboards/:dashboard/share/:link/revoke", use: sharing.revoke)
    }

    private func addForms(to account: RouterGroup<AccountContext>, _ pages: ConsolePages) {
        let forms = FormController(crm: crm, pages: pages, settings: settings, now: now)
        account.get("forms", use: forms.list)
        account.get("forms/:form", use: forms.edit)
        // Every contact may come through a form.
        let changes = account.group().add(middleware: WholeAccountOnly())
        changes.get("forms/new", use: forms.new)
        changes.post("forms", use: forms.create)
        changes.post("forms/:form", use: forms.save)
        changes.get("forms/:form/archive", use: forms.confirmArchive)
        changes.post("forms/:form/archive", use: forms.archive)
    }

    private func addLinks(to account: RouterGroup<AccountContext>, _ pages: ConsolePages) {
        let links = TriggerLinksController(crm: crm, pages: pages, now: now)
        account.get("links", use: links.list)
        account.get("links/:link", use: links.edit)
        // Every contact may be sent a link, and is led where it leads by then.
        let changes = account.group().add(middleware: WholeAccountOnly())
        changes.post("links", use: links.create)
        changes.post("links/:link", use: links.save)
        changes.get("links/:link/delete", use: links.confirmDelete)
        changes.post("links/:link/delete", use: links.delete)
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
        account.get("settings/general", use: GeneralSettingsController(crm: crm, pages: pages, now: now).page)
        account.get("settings/fields", use: FieldSettingsController(crm: crm, pages: pages, now: now).page)
        account.get(
            "settings/currencies", use: CurrencySettingsController(crm: crm, pages: pages, now: now).page)
        account.get("settings/pipelines", use: PipelineSettingsController(crm: crm, pages: pages, now: now).page)
        account.get("settings/values", use: ValueSettingsController(crm: crm, pages: pages, now: now).page)
        account.get("settings/tags", use: TagSettingsController(crm: crm, pages: pages, now: now).page)
        let reference = APIReferenceController(
            pages: pages, table: APITable(crm: crm, settings: settings), publicURL: settings.publicURL)
        account.get("settings/api", use: reference.page)
    }

    /// What administrators alone may see or do.
    private func addSettingsChanges(to account: RouterGroup<AccountContext>, _ pages: ConsolePages) {
        let tracking = TrackingSettingsController(crm: crm, pages: pages, settings: settings, now: now)
        account.post("settings/tracking/domains", use: tracking.addDomain)
        account.post("settings/tracking/domains/:host/remove", use: tracking.removeDomain)
        account.post("settings/tracking/referrers", use: tracking.addReferrer)
        account.post("settings/tracking/referrers/:host/remove", use: tracking.removeReferrer)

        account.post("settings/general", use: GeneralSettingsController(crm: crm, pages: pages, now: now).save)

        addAdChanges(to: account, pages)

        addFieldChanges(to: account, pages)

        addPipelineChanges(to: account, pages)

        let tokens = TokenSettingsController(crm: crm, pages: pages, settings: settings, now: now)
        account.get("settings/tokens", use: tokens.page)
        account.post("settings/tokens", use: tokens.create)
        account.get("settings/tokens/:token/revoke", use: tokens.confirmRevoke)
        account.post("settings/tokens/:token/revoke", use: tokens.revoke)

        addWebhooks(to: account, pages)
        addAccess(to: account, pages)
    }

    /// What others are told: for administrators.
    private func addWebhooks(to account: RouterGroup<AccountContext>, _ pages: ConsolePages) {
        let webhooks = WebhookController(crm: crm, pages: pages, settings: settings, now: now)
        account.get("settings/webhooks", use: webhooks.list)
        account.post("settings/webhooks", use: webhooks.create)
        account.post("settings/sync", use: webhooks.saveSync)
        account.get("settings/webhooks/:webhook", use: webhooks.show)
        account.post("settings/webhooks/:webhook", use: webhooks.save)
        account.get("settings/webhooks/:webhook/secret", use: webhooks.confirmRenewal)
        account.post("settings/webhooks/:webhook/secret", use: webhooks.renewSecret)
        account.post("settings/webhooks/:webhook/test", use: webhooks.test)
        account.get("settings/webhooks/:webhook/delete", use: webhooks.confirmDelete)
        account.post("settings/webhooks/:webhook/delete", use: webhooks.delete)

        let deliveries = DeliveryController(crm: crm, pages: pages, now: now)
        account.get("settings/deliveries", use: deliveries.list)
        account.get("settings/deliveries/:webhook/:event", use: deliveries.show)
        account.post("settings/deliveries/:webhook/:event/repeat", use: deliveries.repeat)
    }

    /// Who and what is let in, and what was done: for administrators.
    private func addAccess(to account: RouterGroup<AccountContext>, _ pages: ConsolePages) {
        let users = UserSettingsController(crm: crm, pages: pages, settings: settings, now: now)
        account.get("settings/users", use: users.page)
        account.post("settings/users", use: users.add)
        account.get("settings/users/:user", use: users.edit)
        account.post("settings/users/:user", use: users.save)
        account.post("settings/users/:user/reset", use: users.reset)
        account.post("settings/users/:user/sign-out", use: users.signOut)
        account.get("settings/users/:user/delete", use: users.confirmDelete)
        account.post("settings/users/:user/delete", use: users.delete)

        let apps = AppSettingsController(crm: crm, pages: pages, settings: settings, now: now)
        account.get("settings/apps", use: apps.page)
        account.post("settings/apps", use: apps.create)
        account.get("settings/apps/:app", use: apps.edit)
        account.post("settings/apps/:app", use: apps.save)
        account.post("settings/apps/:app/secret", use: apps.renew)
        account.post("settings/apps/:app/disconnect", use: apps.disconnect)
        account.get("settings/apps/:app/delete", use: apps.confirmDelete)
        account.post("settings/apps/:app/delete", use: apps.delete)

        let audit = AuditSettingsController(crm: crm, pages: pages, now: now)
        account.get("settings/audit", use: audit.page)
        account.get("settings/audit.csv", use: audit.export)
    }

    private func addFieldChanges(to account: RouterGroup<AccountContext>, _ pages: ConsolePages) {
        let fields = FieldSettingsController(crm: crm, pages: pages, now: now)
        account.post("settings/fields", use: fields.add)
        account.get("settings/fields/:field", use: fields.edit)
        account.post("settings/fields/:field", use: fields.save)
        account.post("settings/fields/:field/move", use: fields.move)
        account.get("settings/fields/:field/remove", use: fields.confirmRemove)
        account.post("settings/fields/:field/remove", use: fields.remove)

        let folders = FolderSettingsController(crm: crm, pages: pages, now: now)
        account.post("settings/fields/folders", use: folders.add)
        account.get("settings/fields/folders/:folder", use: folders.edit)
        account.post("settings/fields/folders/:folder", use: folders.save)
        account.get("settings/fields/folders/:folder/remove", use: folders.confirmRemove)
        account.post("settings/fields/folders/:folder/remove", use: folders.remove)

        let values = ValueSettingsController(crm: crm, pages: pages, now: now)
        account.post("settings/values", use: values.add)
        account.get("settings/values/:value", use: values.edit)
        account.post("settings/values/:value", use: values.save)
        account.get("settings/values/:value/remove", use: values.confirmRemove)
        account.post("settings/values/:value/remove", use: values.remove)

        let tags = TagSettingsController(crm: crm, pages: pages, now: now)
        account.post("settings/tags", use: tags.add)
        account.get("settings/tags/:tag", use: tags.edit)
        account.post("settings/tags/:tag", use: tags.save)
        account.get("settings/tags/:tag/remove", use: tags.confirmRemove)
        account.post("settings/tags/:tag/remove", use: tags.remove)
    }

    private func addPipelineChanges(to account: RouterGroup<AccountContext>, _ pages: ConsolePages) {
        let pipelines = PipelineSettingsController(crm: crm, pages: pages, now: now)
        account.post("settings/pipelines", use: pipelines.add)
        account.post("settings/pipelines/currency", use: pipelines.setCurrency)
        account.post("settings/pipelines/reasons", use: pipelines.addReason)
        account.post("settings/pipelines/reasons/:reason/remove", use: pipelines.removeReason)
        account.post("settings/pipelines/:pipeline", use: pipelines.rename)
        account.post("settings/pipelines/:pipeline/stages", use: pipelines.addStage)
        account.post("settings/pipelines/:pipeline/stages/:stage", use: pipelines.changeStage)
        account.post("settings/pipelines/:pipeline/stages/:stage/move", use: pipelines.moveStage)

        let removal = PipelineRemovalController(crm: crm, pages: pages, now: now)
        account.get("settings/pipelines/:pipeline/remove", use: removal.confirm)
        account.post("settings/pipelines/:pipeline/remove", use: removal.remove)
        account.get("settings/pipelines/:pipeline/stages/:stage/remove", use: removal.confirm)
        account.post("settings/pipelines/:pipeline/stages/:stage/remove", use: removal.remove)
    }
}

import CRM
import HTTPTypes
import Hummingbird

/// The webhooks of an account, for administrators.
struct WebhookController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let settings: ServerSettings
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/settings/webhooks`
    func list(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await showList(request, context)
    }

    /// `POST /a/<account>/settings/webhooks`
    func create(_ request: Request, _ context: AccountContext) async throws -> Response {
        let draft = WebhookDraft(context.form)
        do {
            try WebhookTarget.check(draft, settings)
            let webhook = try await crm.webhooks.create(
                context.account.id, draft, by: context.actor, now: now())
            return Redirect.to(context.paths.webhook(webhook.id), .webhookCreated)
        } catch let error as InvalidWebhook {
            return try await showList(request, context, draft, error.problems.map(FormError.init))
        } catch is TooManyWebhooks {
            let text = "An account can have \(Webhooks.most) webhooks. Delete one that nobody needs any more."
            return try await showList(request, context, draft, [FormError(text: text)])
        }
    }

    private func showList(
        _ request: Request, _ context: AccountContext, _ draft: WebhookDraft? = nil, _ problems: [FormError] = []
    ) async throws -> Response {
        let account = context.account.id
        let frame = try await pages.frame(request, context)
        let page = WebhookListPage(
            frame, context.paths, try await crm.webhooks.all(account), try await crm.sync.settings(account),
            forms: KnownForm.all(try await crm.forms.all(account), try await crm.submissions.formsSeen(account)),
            draft: draft, problems: problems)
        return try pages.show(page, in: frame, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// `GET /a/<account>/settings/webhooks/<webhook>`
    func show(_ request: Request, _ context: AccountContext) async throws -> Response {
        let webhook = try await crm.webhooks.webhook(context.account.id, try context.id("webhook"))
        let frame = try await pages.frame(request, context)
        return try pages.show(WebhookPage(frame, context.paths, webhook), in: frame)
    }

    /// `POST /a/<account>/settings/webhooks/<webhook>`
    func save(_ request: Request, _ context: AccountContext) async throws -> Response {
        let webhook = try await crm.webhooks.webhook(context.account.id, try context.id("webhook"))
        let draft = WebhookDraft(context.form)
        do {
            try WebhookTarget.check(draft, settings)
            _ = try await crm.webhooks.update(
                context.account.id, webhook.id, draft, by: context.actor, now: now())
            return Redirect.to(context.paths.webhook(webhook.id), .settingsSaved)
        } catch let error as InvalidWebhook {
            let frame = try await pages.frame(request, context)
            let page = WebhookPage(
                frame, context.paths, webhook, draft: draft, problems: error.problems.map(FormError.init))
            return try pages.show(page, in: frame, status: .unprocessableContent)
        }
    }

    /// `GET /a/<account>/settings/webhooks/<webhook>/secret`: asks first.
    func confirmRenewal(_ request: Request, _ context: AccountContext) async throws -> Response {
        let webhook = try await crm.webhooks.webhook(context.account.id, try context.id("webhook"))
        let frame = try await pages.frame(request, context)
        return try pages.show(ConfirmPage(renewingSecretOf: webhook, context.paths, frame), in: frame)
    }

    /// `POST /a/<account>/settings/webhooks/<webhook>/secret`
    func renewSecret(_ request: Request, _ context: AccountContext) async throws -> Response {
        let id: WebhookID = try context.id("webhook")
        _ = try await crm.webhooks.rotateSecret(context.account.id, id, by: context.actor, now: now())
        return Redirect.to(context.paths.webhook(id), .webhookSecretRenewed)
    }

    /// `POST /a/<account>/settings/webhooks/<webhook>/test`
    func test(_ request: Request, _ context: AccountContext) async throws -> Response {
        let id: WebhookID = try context.id("webhook")
        let event = try await crm.webhooks.test(context.account.id, id, now: now())
        return Redirect.to(context.paths.delivery(event, to: id), .webhookTested)
    }

    /// `GET /a/<account>/settings/webhooks/<webhook>/delete`: asks first.
    func confirmDelete(_ request: Request, _ context: AccountContext) async throws -> Response {
        let webhook = try await crm.webhooks.webhook(context.account.id, try context.id("webhook"))
        let frame = try await pages.frame(request, context)
        return try pages.show(ConfirmPage(deleting: webhook, context.paths, frame), in: frame)
    }

    /// `POST /a/<account>/settings/webhooks/<webhook>/delete`
    func delete(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await crm.webhooks.delete(
            context.account.id, try context.id("webhook"), by: context.actor, now: now())
        return Redirect.to(context.paths.webhooks, .webhookDeleted)
    }

    /// `POST /a/<account>/settings/sync`: what is checked is told of, what the page shows unchecked is not.
    func saveSync(_ request: Request, _ context: AccountContext) async throws -> Response {
        let account = context.account.id
        let former = try await crm.sync.settings(account)
        let shown = Set(context.form.all("shown").prefix(1_000).map { String($0.prefix(300)) })
        let checked = Set(context.form.all("forms"))
        let unsynced = former.unsyncedForms.subtracting(shown).union(shown.subtracting(checked))
        let isOn = context.form["contacts"] == "true"
        if isOn != former.syncsContacts {
            try await crm.sync.setContacts(synced: isOn, of: account, by: context.actor, now: now())
        }
        if unsynced != former.unsyncedForms {
            try await crm.sync.setUnsynced(forms: unsynced, of: account, by: context.actor, now: now())
        }
        return Redirect.to(context.paths.webhooks, .settingsSaved)
    }
}

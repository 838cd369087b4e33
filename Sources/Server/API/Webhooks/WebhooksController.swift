import CRM
import Hummingbird

/// An account's webhooks, for programs.
struct WebhooksController: Sendable {
    let crm: CRM
    let settings: ServerSettings

    /// `GET /locations/<account>/webhooks`
    func list(_ call: APICall) async throws -> Response {
        let webhooks = try await crm.webhooks.all(call.account.id)
        return try .json(WireWebhooks(webhooks: webhooks.map { WireWebhook($0, call.account) }))
    }

    /// `POST /locations/<account>/webhooks`
    func create(_ call: APICall) async throws -> Response {
        let draft = WebhookWish(call.body).draft(from: nil)
        let webhook = try await answering(draft) {
            try await crm.webhooks.create(call.account.id, draft, by: call.webhookEditor, now: call.now)
        }
        return try .json(WireWebhookWithSecret(webhook, call.account), status: .created)
    }

    /// `GET /locations/<account>/webhooks/<webhook>`
    func show(_ call: APICall) async throws -> Response {
        let webhook = try await crm.webhooks.webhook(call.account.id, try call.id("webhookId"))
        return try .json(WireSingleWebhook(webhook: WireWebhook(webhook, call.account)))
    }

    /// `PUT /locations/<account>/webhooks/<webhook>`
    func update(_ call: APICall) async throws -> Response {
        let former = try await crm.webhooks.webhook(call.account.id, try call.id("webhookId"))
        let draft = WebhookWish(call.body).draft(from: former)
        let webhook = try await answering(draft) {
            try await crm.webhooks.update(call.account.id, former.id, draft, by: call.webhookEditor, now: call.now)
        }
        return try .json(WireSingleWebhook(webhook: WireWebhook(webhook, call.account)))
    }

    /// `DELETE /locations/<account>/webhooks/<webhook>`
    func delete(_ call: APICall) async throws -> Response {
        try await crm.webhooks.delete(
            call.account.id, try call.id("webhookId"), by: call.webhookEditor, now: call.now)
        return try .json(WireSucceeded())
    }

    /// `POST /locations/<account>/webhooks/<webhook>/secret`
    func renewSecret(_ call: APICall) async throws -> Response {
        let webhook = try await crm.webhooks.rotateSecret(
            call.account.id, try call.id("webhookId"), by: call.webhookEditor, now: call.now)
        return try .json(WireWebhookWithSecret(webhook, call.account))
    }

    /// `POST /locations/<account>/webhooks/<webhook>/test`
    func test(_ call: APICall) async throws -> Response {
        let event = try await crm.webhooks.test(call.account.id, try call.id("webhookId"), now: call.now)
        return try .json(WireWebhookTest(webhookId: event.rawValue), status: .created)
    }

    private func answering(_ draft: WebhookDraft, _ work: () async throws -> Webhook) async throws -> Webhook {
        do {
            try WebhookTarget.check(draft, settings)
            return try await work()
        } catch let error as InvalidWebhook {
            throw APIError.invalid(error.problems.map { "\($0.field.rawValue): \($0.message)" })
        } catch is TooManyWebhooks {
            throw APIError.badRequest("This location has \(Webhooks.most) webhooks, which is as many as it may have.")
        }
    }
}

/// What a client says of a webhook; what is left out of a change stays.
private struct WebhookWish {
    let body: WireValue

    init(_ body: WireValue) { self.body = body }

    func draft(from former: Webhook?) -> WebhookDraft {
        WebhookDraft(
            name: body["name"]?.text ?? former?.name ?? "", url: body["url"]?.text ?? former?.url ?? "",
            events: events ?? former?.events ?? .all,
            isPaused: body["paused"].map { $0.text == "true" } ?? former?.isPaused ?? false)
    }

    /// `["*"]` is everything.
    private var events: WebhookEvents? {
        guard case .array(let values)? = body["events"] else { return nil }
        let names = values.compactMap(\.text)
        return names.contains("*") ? .all : .chosen(Set(names.compactMap(OutboxEventType.init(rawValue:))))
    }
}

extension APICall {
    fileprivate var webhookEditor: AuditActor { .token(token.id, name: token.name) }
}

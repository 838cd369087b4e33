import CRM
import HTTPTypes
import Hummingbird

/// What was sent to the webhooks of an account, for administrators.
struct DeliveryController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/settings/deliveries`
    func list(_ request: Request, _ context: AccountContext) async throws -> Response {
        let account = context.account.id
        let filter = DeliveryFilter(FormBody(request.uri.query ?? ""))
        let frame = try await pages.frame(request, context)
        let page = DeliveryListPage(
            frame, context.paths, filter, try await crm.deliveryLog.page(account, filter.query),
            webhooks: try await crm.webhooks.all(account))
        return try pages.show(page, in: frame)
    }

    /// `GET /a/<account>/settings/deliveries/<webhook>/<event>`
    func show(_ request: Request, _ context: AccountContext) async throws -> Response {
        let account = context.account.id
        let webhook = try await crm.webhooks.webhook(account, try context.id("webhook"))
        let detail = try await crm.deliveryLog.delivery(account, try context.id("event"), to: webhook.id)
        let frame = try await pages.frame(request, context)
        return try pages.show(DeliveryRecordPage(frame, context.paths, detail, webhook), in: frame)
    }

    /// `POST /a/<account>/settings/deliveries/<webhook>/<event>/repeat`
    func `repeat`(_ request: Request, _ context: AccountContext) async throws -> Response {
        let webhook: WebhookID = try context.id("webhook")
        let event: OutboxEventID = try context.id("event")
        try await crm.deliveryLog.repeat(
            context.account.id, event, to: webhook, by: context.actor, now: now())
        return Redirect.to(context.paths.delivery(event, to: webhook), .deliveryRepeated)
    }
}

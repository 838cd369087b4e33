import CRM
import Hummingbird

/// What was sent to a webhook, for programs.
struct DeliveriesAPIController: Sendable {
    let crm: CRM

    static let parameters: [APIParameter] = [
        .optional("limit", .integer(1...100), "How many; 20 unless said"),
        .optional("status", .choice(OutboxDelivery.State.allCases.map(\.rawValue)), "Only these"),
        .optional("startAfterId", .string, "The webhookId of the last one of the page before"),
    ]

    /// `GET /locations/<account>/webhooks/<webhook>/deliveries`
    func list(_ call: APICall) async throws -> Response {
        let webhook = try await crm.webhooks.webhook(call.account.id, try call.id("webhookId"))
        var query = DeliveryQuery(
            webhook: webhook.id, state: call.query["status"].flatMap(OutboxDelivery.State.init(rawValue:)),
            limit: call.query["limit"].flatMap { Int($0) } ?? 20)
        query.olderThan = call.query["startAfterId"]?.nonBlank.map {
            DeliveryCursor(event: OutboxEventID(rawValue: $0), webhook: webhook.id)
        }
        let page = try await crm.deliveryLog.page(call.account.id, query)
        return try .json(
            WireDeliveries(
                deliveries: page.deliveries.map(WireDelivery.init),
                startAfterId: page.hasOlder ? page.deliveries.last?.event.rawValue : nil))
    }

    /// `GET /locations/<account>/webhooks/<webhook>/deliveries/<event>`
    func show(_ call: APICall) async throws -> Response {
        let detail = try await crm.deliveryLog.delivery(
            call.account.id, try call.id("eventId"), to: try call.id("webhookId"))
        return try .json(WireSingleDelivery(delivery: WireDeliveryDetail(detail)))
    }

    /// `POST /locations/<account>/webhooks/<webhook>/deliveries/<event>/repeat`
    func `repeat`(_ call: APICall) async throws -> Response {
        try await crm.deliveryLog.repeat(
            call.account.id, try call.id("eventId"), to: try call.id("webhookId"),
            by: .token(call.token.id, name: call.token.name), now: call.now)
        return try .json(WireSucceeded())
    }
}

import CRM

/// Which deliveries a list shows, as its address says it.
struct DeliveryFilter: Equatable {
    let webhook: WebhookID?
    let state: OutboxDelivery.State?
    let olderThan: DeliveryCursor?

    init(_ query: FormBody) {
        webhook = query.text("webhook").map { WebhookID(rawValue: String($0.prefix(100))) }
        state = query.text("status").flatMap(OutboxDelivery.State.init(rawValue:))
        olderThan = query.text("older").flatMap(DeliveryCursor.init(text:))
    }

    var query: DeliveryQuery {
        var query = DeliveryQuery(webhook: webhook, state: state)
        query.olderThan = olderThan
        return query
    }

    func path(_ paths: AccountPaths, state: OutboxDelivery.State?) -> ConsolePath {
        ConsolePath(paths.deliveries).with("webhook", webhook?.rawValue).with("status", state?.rawValue)
    }
}

extension DeliveryCursor {
    var text: String { "\(event)-\(webhook)" }

    init?(text: String) {
        let parts = text.split(separator: "-", maxSplits: 1).map(String.init)
        guard parts.count == 2, text.utf8.count <= 200 else { return nil }
        self.init(event: OutboxEventID(rawValue: parts[0]), webhook: WebhookID(rawValue: parts[1]))
    }
}

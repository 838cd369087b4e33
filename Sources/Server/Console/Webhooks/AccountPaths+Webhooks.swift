import CRM

extension AccountPaths {
    var webhooks: String { settings + "/webhooks" }
    func webhook(_ id: WebhookID) -> String { webhooks + "/" + ConsolePath.escaped(id.rawValue) }
    /// Those of all webhooks.
    var deliveries: String { settings + "/deliveries" }
    func delivery(_ event: OutboxEventID, to webhook: WebhookID) -> String {
        deliveries + "/" + ConsolePath.escaped(webhook.rawValue) + "/" + ConsolePath.escaped(event.rawValue)
    }
    var sync: String { settings + "/sync" }
}

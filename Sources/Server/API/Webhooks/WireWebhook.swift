import CRM

/// A webhook as API clients read it: without its secret.
struct WireWebhook: Encodable {
    let id: String
    let locationId: String
    let name: String
    let url: String
    /// `["*"]` where it is told of everything.
    let events: [String]
    let paused: Bool
    /// Tries in a row that have failed.
    let failures: Int
    let dateAdded: String
    let dateUpdated: String

    init(_ webhook: Webhook, _ account: Account) {
        id = webhook.id.rawValue
        locationId = account.locationID
        name = webhook.name
        url = webhook.url
        events =
            switch webhook.events {
            case .all: ["*"]
            case .chosen(let types): types.map(\.rawValue).sorted()
            }
        paused = webhook.isPaused
        failures = webhook.health.failures
        dateAdded = webhook.createdAt.iso8601
        dateUpdated = webhook.updatedAt.iso8601
    }
}

struct WireSingleWebhook: Encodable {
    let webhook: WireWebhook
}

struct WireWebhooks: Encodable {
    let webhooks: [WireWebhook]
}

/// The answer that shows a secret.
struct WireWebhookWithSecret: Encodable {
    let webhook: WireWebhook
    let secret: String

    init(_ webhook: Webhook, _ account: Account) {
        self.webhook = WireWebhook(webhook, account)
        secret = webhook.secret.current
    }
}

struct WireWebhookTest: Encodable {
    /// The `webhookId` of the request's body.
    let webhookId: String
}

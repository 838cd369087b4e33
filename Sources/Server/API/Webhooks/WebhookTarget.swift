import CRM
import Delivery
import Foundation

/// Refuses an address that says by itself that it leads inside; names are looked up when something is sent.
enum WebhookTarget {
    static func check(_ draft: WebhookDraft, _ settings: ServerSettings) throws(InvalidWebhook) {
        guard let host = URLComponents(string: draft.url)?.host else { return }
        let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        guard let address = IPAddress(bare), !settings.delivery.rules.allow(address) else { return }
        let message =
            "The address leads to a private network. Whoever runs this server can allow that with --webhook-networks."
        throw InvalidWebhook(problems: [WebhookDraft.Problem(field: .url, message: message)])
    }
}

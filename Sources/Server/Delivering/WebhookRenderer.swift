import CRM
import Foundation

/// Puts the bodies of webhooks' requests together: once for each event, just before it is first sent.
struct WebhookRenderer: Sendable {
    let crm: CRM

    /// Nil when the contact that it tells of is gone.
    func render(_ account: AccountID, _ event: WaitingDelivery) async throws -> String? {
        let owner = try await crm.accounts.account(account)
        let contact = try await contact(of: event, owner)
        let tellsOfContact = event.type?.isAboutContact == true && event.type != .contactDelete
        if tellsOfContact, contact == nil { return nil }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let payload = WebhookPayload(event: event, locationID: owner.locationID, contact: contact)
        return String(decoding: try encoder.encode(payload), as: UTF8.self)
    }

    private func contact(of event: WaitingDelivery, _ account: Account) async throws -> WireContact? {
        guard let id = event.contact, event.type != .contactDelete else { return nil }
        do {
            let detail = try await crm.contacts.detail(account.id, id)
            return WireContact(
                detail, of: account, fields: try await crm.fields.all(account.id),
                opinions: try await crm.rules.opinions(account.id, detail.attributions))
        } catch NotFound.contact {
            return nil
        }
    }
}

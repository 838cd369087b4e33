import CRM
import Database
import DatabaseTesting
import Foundation
import Logging
import Synchronization

@testable import Delivery

/// An account with webhooks over a real database, and a clock that stands still until it is moved.
final class Sending: Sendable {
    static let start: Milliseconds = 1_793_610_000_000

    let database: Database
    let crm: CRM
    let account: AccountID
    private let place: TestDatabase
    private let clock = Mutex(Sending.start)

    init() async throws {
        place = try await TestDatabase(migrations: Schema.migrations, now: Self.start)
        database = try place.open()
        crm = CRM(database: database)
        account = try await crm.accounts.create(name: "Clinic", domains: [], now: Self.start).id
    }

    deinit { try? database.close() }

    var now: Milliseconds { clock.withLock { $0 } }

    func advance(by time: Milliseconds) { clock.withLock { $0 += time } }

    /// A second node over the same database.
    func second() throws -> Deliveries { CRM(database: try place.open()).deliveries }

    @discardableResult
    func webhook(_ url: String, _ events: WebhookEvents = .all) async throws -> Webhook {
        try await crm.webhooks.create(
            account, WebhookDraft(name: "Receiver", url: url, events: events), by: .command, now: now)
    }

    @discardableResult
    func contact(_ name: String) async throws -> ContactID {
        var edit = ContactEdit()
        edit.properties[.firstName] = name
        let made = try await crm.contacts.create(
            account, edit, by: .person(email: "owner@clinic.example"), allowsDuplicates: true, now: now)
        guard case .created(let id) = made else { throw NotFound.contact }
        return id
    }

    func rename(_ contact: ContactID, _ name: String) async throws {
        var edit = ContactEdit()
        edit.properties[.firstName] = name
        try await crm.contacts.update(account, contact, edit, by: .person(email: "o@clinic.example"), now: now)
    }

    /// Why an event of somebody in a test cannot be rendered.
    struct Unspeakable: Error {}

    /// A worker as the server runs it; events are told by their type, their contact and what it is called, unless it is
    /// called something unspeakable.
    func worker(
        _ deliveries: Deliveries? = nil, allowsPrivate: Bool = true, timeLimit: Duration = .seconds(300),
        resolve: (@Sendable (String) async throws -> [IPAddress])? = nil
    ) -> Delivering {
        var settings = DeliverySettings()
        settings.rules.allowsPrivate = allowsPrivate
        settings.timeLimit = timeLimit
        settings.interval = .milliseconds(10)
        let contacts = crm.contacts
        return Delivering(
            deliveries ?? crm.deliveries, settings, resolve: resolve,
            render: { account, event in
                let name =
                    event.type == .contactDelete
                    ? nil
                    : try? await contacts.detail(account, event.contact ?? ContactID(rawValue: "")).contact.displayName
                if name == "Unspeakable" || event.fields == nil { throw Unspeakable() }
                return "\(event.type?.rawValue ?? "") \(event.object) \(name ?? "")"
            }, now: { [self] in now }, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    func deliveries(_ state: OutboxDelivery.State? = nil) async throws -> [OutboxDelivery] {
        try await crm.deliveryLog.page(account, DeliveryQuery(state: state)).deliveries
    }
}

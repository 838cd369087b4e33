import Attribution
import Database
import Synchronization

/// Accounts: made by an operator, changed in the settings.
public struct Accounts: Sendable {
    let database: Database
    let ids: IDSource
    private let changes = ChangeCount()

    /// Grows with each change that was made here: whoever keeps accounts looks again. Other nodes' changes do not
    /// count.
    public var changeCount: Int { changes.count.load(ordering: .acquiring) }

    private final class ChangeCount: Sendable {
        let count = Atomic(0)
    }

    init(database: Database, ids: IDSource) {
        self.database = database
        self.ids = ids
    }

    func change<Value: Sendable>(
        _ isolation: Isolation = .repeatableRead, _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        let value = try await database.write(isolation, body)
        changes.count.wrappingAdd(1, ordering: .releasing)
        return value
    }

    /// Makes an account with its tracking id, its derived custom fields and the usual excluded referrers.
    ///
    /// - Parameter actor: unless told otherwise, whoever runs commands on the machine of the server.
    public func create(
        name: String, domains: [String], timeZone: String = "UTC", details: BusinessDetails = BusinessDetails(),
        by actor: AuditActor = .command, now: Milliseconds
    ) async throws -> Account {
        let name = try AccountError.checked(name: name)
        let hosts = try domains.map { try AccountError.checked(host: $0) }
        guard TimeZoneName.isKnown(timeZone) else { throw AccountError.timeZone(timeZone) }
        let ids = ids
        return try await change(.readCommitted) { connection in
            let location: Identifier<Account> = ids.identifier(at: now)
            let id = try AccountStore.insert(
                connection, locationID: location.rawValue, trackingID: "tk_" + ids.letters(24), name: name,
                formSecret: ids.bytes(32), now: now)
            try AccountStore.addDomains(connection, id, hosts)
            try AccountStore.addExcludedReferrers(connection, id, ReferrerCatalogue.excludedReferrers)
            try FieldStore.insertDerived(connection, id, ids: ids, now: now)
            try PipelineStore.insertFirst(connection, id, ids: ids, now: now)
            try BusinessDetailsStore.save(connection, id, details)
            try Audit.note(connection, id, .accountCreated, location.rawValue, by: actor, at: now)
            var account = try AccountStore.account(connection, id)
            if account.timeZone != timeZone {
                account.timeZone = timeZone
                try AccountStore.update(connection, account)
            }
            return account
        }
    }

    public func all() async throws -> [Account] {
        try await database.read { try AccountStore.all($0) }
    }

    public func account(locationID: String) async throws -> Account? {
        try await database.read { try AccountStore.account($0, locationID: locationID) }
    }

    public func account(trackingID: String) async throws -> Account? {
        try await database.read { try AccountStore.account($0, trackingID: trackingID) }
    }

    public func account(_ id: AccountID) async throws -> Account {
        try await database.read { try AccountStore.account($0, id) }
    }

    /// Writes the settings that the console edits; domains and referrers have verbs of their own.
    ///
    /// - Parameter details: what the business says of itself; nil leaves it.
    public func update(
        _ account: Account, details: BusinessDetails? = nil, by actor: AuditActor, now: Milliseconds
    ) async throws {
        try await update(account) { connection in
            if let details { try BusinessDetailsStore.save(connection, account.id, details) }
            try Audit.note(connection, account.id, .accountChanged, account.locationID, by: actor, at: now)
        }
    }

    /// The same for an account that is being set up, of which there is nothing to tell yet.
    public func update(_ account: Account) async throws {
        try await update(account) { _ in }
    }

    private func update(
        _ account: Account, _ more: @escaping @Sendable (Connection) throws -> Void
    ) async throws {
        _ = try AccountError.checked(name: account.name)
        guard (0...3_650).contains(account.lookBackDays) else { throw AccountError.lookBackDays }
        guard (0...120).contains(account.pageViewMonths) else { throw AccountError.pageViewMonths }
        guard TimeZoneName.isKnown(account.timeZone) else { throw AccountError.timeZone(account.timeZone) }
        try await change { connection in
            try AccountStore.update(connection, account)
            try more(connection)
        }
    }
}

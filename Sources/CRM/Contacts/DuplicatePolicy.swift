import Database

/// How an account knows that a contact is there already.
public struct DuplicatePolicy: Sendable, Equatable {
    public enum Order: String, Sendable, CaseIterable, SQLConvertible {
        /// The e-mail address, then the phone number.
        case email
        case phone
    }

    /// What an upsert looks for first.
    public var order = Order.email
    /// Whether two contacts that are made by hand or through the API may have the same e-mail or phone.
    public var allowsDuplicates = false

    public init() {}
}

extension DuplicatePolicy {
    /// - Throws: `NotFound.account`.
    init(_ connection: Connection, _ account: AccountID) throws {
        guard
            let row = try connection.row(
                "select contact_match, allows_duplicate_contacts from accounts where id = $1", [account])
        else { throw NotFound.account }
        order = try row["contact_match"]
        allowsDuplicates = try row["allows_duplicate_contacts"]
    }
}

extension Contacts {
    /// - Throws: `NotFound.account`.
    public func duplicatePolicy(_ account: AccountID) async throws -> DuplicatePolicy {
        try await database.read { try DuplicatePolicy($0, account) }
    }

    /// - Throws: `NotFound.account`.
    public func setDuplicatePolicy(
        _ account: AccountID, _ policy: DuplicatePolicy, by actor: AuditActor, now: Milliseconds
    ) async throws {
        try await database.write { connection in
            guard try DuplicatePolicy(connection, account) != policy else { return }
            try connection.execute(
                "update accounts set contact_match = $2, allows_duplicate_contacts = $3 where id = $1",
                [account, policy.order, policy.allowsDuplicates])
            try Audit.note(connection, account, .settingChanged, "duplicate contacts", by: actor, at: now)
        }
    }
}

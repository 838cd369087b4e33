import Database

/// The custom values of an account.
public struct CustomValues: Sendable {
    let database: Database
    let ids: IDSource

    /// How many an account can have.
    public static let most = 2_000
    /// The longest value, in characters.
    public static let longestValue = 10_000

    /// Every value, the oldest first.
    public func all(_ account: AccountID) async throws -> [CustomValue] {
        try await database.read { try CustomValueStore.all($0, account) }
    }

    /// - Throws: `NotFound.value`.
    public func value(_ account: AccountID, _ id: CustomValueID) async throws -> CustomValue {
        try await database.read { try Self.found($0, account, id) }
    }

    /// - Throws: `CustomValueError`.
    public func create(
        _ account: AccountID, name: String, value: String, by actor: AuditActor, now: Milliseconds
    ) async throws -> CustomValue {
        let (name, text) = try Self.checked(name, value)
        guard let key = FieldKey.slug(of: name) else { throw CustomValueError.name }
        let value = CustomValue(
            id: ids.identifier(at: now), key: key, name: name, value: text, createdAt: now, updatedAt: now)
        try await database.write { connection in
            guard try CustomValueStore.count(connection, account) < Self.most else { throw CustomValueError.tooMany }
            guard try !CustomValueStore.isTaken(connection, account, key: key) else {
                throw CustomValueError.taken(key: key)
            }
            try CustomValueStore.insert(connection, account, value)
            try Audit.note(connection, account, .valueCreated, value.id.rawValue, by: actor, at: now)
        }
        return value
    }

    /// Changes name and text; the key stays, so that the texts that use it go on working.
    ///
    /// - Throws: `NotFound.value`, `CustomValueError`.
    public func update(
        _ account: AccountID, _ id: CustomValueID, name: String, value: String, by actor: AuditActor, now: Milliseconds
    ) async throws -> CustomValue {
        let (name, text) = try Self.checked(name, value)
        return try await database.write { connection in
            let old = try Self.found(connection, account, id)
            let new = CustomValue(
                id: id, key: old.key, name: name, value: text, createdAt: old.createdAt, updatedAt: now)
            try CustomValueStore.update(connection, account, new)
            try Audit.note(connection, account, .valueChanged, id.rawValue, by: actor, at: now)
            return new
        }
    }

    /// - Throws: `NotFound.value`.
    public func delete(
        _ account: AccountID, _ id: CustomValueID, by actor: AuditActor, now: Milliseconds
    ) async throws {
        try await database.write { connection in
            guard try CustomValueStore.delete(connection, account, id) else { throw NotFound.value }
            try Audit.note(connection, account, .valueDeleted, id.rawValue, by: actor, at: now)
        }
    }

    private static func found(
        _ connection: Connection, _ account: AccountID, _ id: CustomValueID
    ) throws -> CustomValue {
        guard let value = try CustomValueStore.value(connection, account, id) else { throw NotFound.value }
        return value
    }

    private static func checked(_ name: String, _ value: String) throws(CustomValueError) -> (String, String) {
        let name = name.trimmed
        guard !name.isEmpty, name.count <= 100 else { throw .name }
        guard value.count <= longestValue else { throw .value }
        return (name, value)
    }
}

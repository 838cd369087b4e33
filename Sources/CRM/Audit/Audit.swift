import Database

/// The audit log: who changed people, tokens, settings and what leaves the house, and when.
///
/// It names ids and settings, never a contact's data.
public struct Audit: Sendable {
    let database: Database

    /// Notes one thing in the transaction in which it is done, so that neither is there without the other.
    ///
    /// - Parameters:
    ///   - account: nil for what concerns everybody.
    ///   - subject: the id or the name of what it is done to; at most 200 characters are kept.
    public static func note(
        _ connection: Connection, _ account: AccountID?, _ action: AuditAction, _ subject: String? = nil,
        by actor: AuditActor, at now: Milliseconds
    ) throws {
        try AuditStore.insert(
            connection, id: IDSource.system.identifier(at: now), account, action, subject?.cut(to: 200), actor, now)
    }

    /// The same for what has no transaction of its own, like an export.
    public func note(
        _ account: AccountID?, _ action: AuditAction, _ subject: String? = nil, by actor: AuditActor,
        at now: Milliseconds
    ) async throws {
        try await database.write { try Self.note($0, account, action, subject, by: actor, at: now) }
    }

    /// A page of the log, newest first.
    public func entries(_ query: AuditQuery) async throws -> [AuditEntry] {
        try await database.read { try AuditStore.entries($0, query) }
    }
}

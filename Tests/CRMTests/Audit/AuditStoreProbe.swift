import Database

@testable import CRM

/// The log's query, for looking at its plan.
enum AuditStoreProbe {
    static func read(_ connection: Connection, _ query: AuditQuery) throws {
        _ = try AuditStore.entries(connection, query)
    }
}

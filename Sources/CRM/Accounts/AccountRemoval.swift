import Database

/// Takes away what closed accounts have left behind, a little at a time and beside live traffic.
///
/// An account that was closed is found by nobody any more. Its rows go table by table, those that point to others
/// first, and the account itself at the end. A run that is cut short loses nothing: the next one goes on with what is
/// there.
public struct AccountRemoval: Sendable {
    let database: Database

    /// How many rows go in one transaction.
    static let chunk = 2_000
    /// How many transactions a run has.
    private static let steps = 50
    /// How long after its closing the rows of an account begin to go: who knew it as open has written by then.
    static let patience: Milliseconds = 2 * .minute

    /// Says whether there is more to take away.
    public func runOnce(now: Milliseconds) async throws -> Bool {
        for _ in 0..<Self.steps {
            guard try await step(now: now) else { return false }
        }
        return true
    }

    /// One transaction; false when nothing is left of any account that was closed long enough ago.
    private func step(now: Milliseconds) async throws -> Bool {
        try await database.write { connection in
            guard let account = try AccountRemovalStore.closed(connection, before: now - Self.patience) else {
                return false
            }
            for table in Self.tables {
                let gone = try AccountRemovalStore.delete(connection, account, from: table, atMost: Self.chunk)
                if gone > 0 { return true }
            }
            try AccountRemovalStore.deleteAccount(connection, account)
            return true
        }
    }

    /// The tables in the order in which they are emptied. The audit log outlives the account.
    static let tables: [SchemaTable] = SchemaTable.all.reversed().filter { table in
        table.key.first == "account_id" && table.name != "audit_entries"
    }
}

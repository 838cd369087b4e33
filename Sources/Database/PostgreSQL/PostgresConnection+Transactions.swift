import CLibPQ

/// Begin, commit, roll back, and what lies between them.
extension PostgresConnection {
    func begin(_ transaction: PostgresTransaction) throws {
        failure = nil
        cursors = 0
        hasSpentCursor = false
        limit = transaction.limit
        forgetDropped()
        if transaction.keepsPlans { try renewPlans() }
        _ = try wire.run(transaction.begin, within: .seconds(10))
    }

    /// A plan looks at how large the tables are, and a new server's are empty: what was planned then would be kept until
    /// the server counts them, which it does a minute later.
    private func renewPlans() throws {
        guard plannedAt.duration(to: .now) > plansLast else { return }
        plannedAt = .now
        plansLast = min(plansLast * 2, .seconds(2))
        _ = try wire.run("discard plans", within: .seconds(10))
    }

    /// - Throws: `DatabaseError.commitUnknown` when nobody can say what has become of it.
    func commit() throws {
        do {
            // A commit may have to wait for a standby. A time-out would end the wait, not the commit.
            let result = try wire.run("set local statement_timeout = 0; commit", within: .seconds(35))
            guard result.tag == "COMMIT" else { throw failure ?? .closed }
        } catch let error as DatabaseError {
            guard !wire.isBroken else { throw DatabaseError.commitUnknown }
            throw error
        }
        guard !wire.commitIsDoubtful else {
            wire.abandon()
            throw DatabaseError.commitUnknown
        }
    }

    /// Ends a transaction of which nothing is to stay.
    func rollBack() {
        guard !wire.isBroken else { return }
        do {
            _ = try wire.run("rollback", within: .seconds(20))
        } catch {
            // A connection whose state is not known is not used again; why it was left is known already.
            wire.abandon()
        }
    }

    func savepoint<Value>(_ body: () throws -> Value) throws -> Value {
        _ = try watched { try wire.run("savepoint step", within: patience) }
        do {
            let value = try body()
            if let failure { throw failure }
            _ = try watched { try wire.run("release step", within: patience) }
            return value
        } catch {
            // A conflict with another writer is mended by running everything again, and by nothing less.
            guard !wire.isBroken, !isConflict else { throw error }
            _ = try wire.run("rollback to step; release step", within: patience)
            failure = nil
            throw error
        }
    }

    private var isConflict: Bool {
        guard case .statement(let failure) = failure else { return false }
        return PostgresTransaction.isConflict(failure.sqlState)
    }

    private func forgetDropped() {
        guard !cache.dropped.isEmpty else { return }
        let statements = cache.dropped.map { "deallocate \($0)" }.joined(separator: "; ")
        // One that the server does not know is forgotten as well.
        _ = try? wire.run(statements, within: .seconds(20))
        cache.forgetDropped()
    }

    /// PostgreSQL plans anew for every value: there is no one plan to be held to.
    func plans(of body: (Connection) throws -> Void) throws -> [String] {
        try body(Connection(engine: self))
        return []
    }
}

/// How a transaction begins, and what a failure in it calls for.
struct PostgresTransaction: Sendable {
    enum Kind: Sendable, Equatable {
        case read
        case write(Isolation)
    }

    let kind: Kind
    let limit: TimeLimit

    /// Who locks what it reads is brief, and is what a lead waits for; everything else may be a long report.
    var claim: PostgresPool.Claim { isBrief ? .urgent : .usual }

    private var isBrief: Bool { kind == .write(.readCommitted) || keepsPlans }

    var keepsPlans: Bool { kind == .write(.readCommittedByKey) }

    var begin: String {
        let begin =
            switch kind {
            case .read: "begin isolation level repeatable read, read only"
            case .write(.repeatableRead): "begin isolation level repeatable read"
            case .write(.readCommitted): "begin isolation level read committed"
            case .write(.readCommittedByKey): "begin isolation level read committed; \(Self.plansByKey)"
            }
        return switch limit {
        case .usual: begin
        case .none:
            begin + "; set local statement_timeout = 0; set local lock_timeout = 0"
                + "; set local idle_in_transaction_session_timeout = 0"
        }
    }

    /// What is planned without the values must not go through a table because it is small today.
    private static let plansByKey = """
        set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off; \
        set local enable_hashjoin = off; set local enable_mergejoin = off; set local enable_material = off
        """

    /// What can be done about a failed transaction of which nothing is stored.
    enum Remedy: Equatable {
        /// Run it again: somebody else was in the way.
        case again
        /// Run it again in case somebody else wrote the same key meanwhile; if not, it fails once more.
        case lookAgain
        /// Run it again on another connection.
        case reconnect
        case nothing
    }

    func remedy(for error: DatabaseError) -> Remedy {
        switch error {
        case .connectionLost, .cannotConnect: .reconnect
        case .statement(let failure): remedy(forState: failure.sqlState)
        default: .nothing
        }
    }

    private func remedy(forState state: String) -> Remedy {
        switch state {
        case _ where Self.isConflict(state): .again
        case "23505": .lookAgain
        // The server ends, or the one that could be written to has become another one.
        case "57P01", "57P02", "57P03": .reconnect
        case "25006" where kind != .read: .reconnect
        // A prepared statement that does not fit a changed table, or that the server has lost.
        case "0A000", "26000": .reconnect
        case _ where state.hasPrefix("08"): .reconnect
        default: .nothing
        }
    }

    static func isConflict(_ state: String) -> Bool { state == "40001" || state == "40P01" }
}

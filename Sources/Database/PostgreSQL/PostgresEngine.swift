import Synchronization

/// A server, or several of which one can be written to. Whoever finds it gone for a moment waits for it to come back.
final class PostgresEngine: Engine {
    private let pool: PostgresPool
    /// Whether the server has ever answered: before that, waiting would only hide a wrong address.
    private let hasAnswered = Mutex(false)
    private let hasRefused = Atomic(false)

    var dialect: Dialect { .postgres }
    var poolStatistics: PoolStatistics? { pool.statistics }
    var isUnreachable: Bool { hasRefused.load(ordering: .relaxed) }

    /// Connects to nothing yet.
    ///
    /// - Throws: `DatabaseError.invalidURL`.
    init(url: String, _ options: DatabaseOptions) throws(DatabaseError) {
        pool = PostgresPool(
            try PostgresAddress(url: url), size: options.connections, longestWait: options.longestWait)
    }

    deinit { pool.close() }

    func read<Value: Sendable>(
        _ limit: TimeLimit, _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await run(PostgresTransaction(kind: .read, limit: limit), body)
    }

    func write<Value: Sendable>(
        _ isolation: Isolation, _ limit: TimeLimit, _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await run(PostgresTransaction(kind: .write(isolation), limit: limit), body)
    }

    func close() { pool.close() }

    private func run<Value: Sendable>(
        _ transaction: PostgresTransaction, _ body: @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        var retries = Retries()
        while true {
            let session = try await pool.take(transaction.claim)
            let outcome = await attempt(transaction, on: session, body)
            pool.put(session, await session.state, transaction.claim)
            switch outcome {
            case .done(let value): return value
            case .failed(let error, let remedy):
                guard let pause = retries.pause(before: remedy) else { throw error }
                if remedy == .again { pool.count { $0.conflicts += 1 } }
                try await Task.sleep(for: pause)
            }
        }
    }

    private func attempt<Value: Sendable>(
        _ transaction: PostgresTransaction, on session: PostgresSession,
        _ body: @Sendable (Connection) throws -> Value
    ) async -> PostgresSession.Outcome<Value> {
        do {
            if try await session.open() {
                hasAnswered.withLock { $0 = true }
                hasRefused.store(false, ordering: .relaxed)
                pool.count { $0.connected += 1 }
            }
        } catch {
            hasRefused.store(true, ordering: .relaxed)
            let remedy = (error as? DatabaseError).map(transaction.remedy) ?? .nothing
            return .failed(error, hasAnswered.withLock { $0 } ? remedy : .nothing)
        }
        return await session.run(transaction, body)
    }
}

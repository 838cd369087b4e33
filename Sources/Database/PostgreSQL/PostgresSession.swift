/// One connection of the pool, on its own thread; made when it is first needed, and thrown away when it breaks.
actor PostgresSession {
    enum Outcome<Value: Sendable>: Sendable {
        case done(Value)
        case failed(any Error, PostgresTransaction.Remedy)
    }

    private let thread = OwnThread(name: "PostgreSQL")
    private let address: PostgresAddress
    private var connection: PostgresConnection?

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    init(_ address: PostgresAddress) { self.address = address }

    deinit { thread.stop() }

    enum State: Sendable {
        case unopened
        case usable
        case broken
    }

    var state: State {
        guard let connection else { return .unopened }
        return connection.wire.isBroken ? .broken : .usable
    }

    /// Connects, unless it has done so before, and says whether it had to.
    ///
    /// - Throws: `DatabaseError.cannotConnect`, or what is wrong with the server.
    func open() throws -> Bool {
        guard connection == nil else { return false }
        connection = try PostgresConnection(address)
        return true
    }

    /// Leaves the server, which may have to be waited for: that is for this session's own thread.
    func close() { connection = nil }

    func run<Value: Sendable>(
        _ transaction: PostgresTransaction, _ body: @Sendable (Connection) throws -> Value
    ) -> Outcome<Value> {
        guard let connection else { return .failed(DatabaseError.closed, .nothing) }
        do {
            try connection.begin(transaction)
        } catch {
            connection.wire.abandon()
            return .failed(error, .reconnect)
        }
        do {
            let value = try body(Connection(engine: connection))
            // A caller may have caught what ended the transaction: nothing of it is stored all the same.
            if let failure = connection.failure { throw failure }
            try end(transaction, connection)
            return .done(value)
        } catch DatabaseError.commitUnknown {
            return .failed(DatabaseError.commitUnknown, .nothing)
        } catch {
            return failed(error, transaction, connection)
        }
    }

    private func end(_ transaction: PostgresTransaction, _ connection: PostgresConnection) throws {
        // What has been read is read, whatever becomes of the connection.
        guard transaction.kind != .read else { return connection.rollBack() }
        try connection.commit()
    }

    private func failed<Value>(
        _ error: any Error, _ transaction: PostgresTransaction, _ connection: PostgresConnection
    ) -> Outcome<Value> {
        connection.rollBack()
        // The failure that came first is the reason, whatever the caller made of it.
        guard let failure = connection.failure ?? error as? DatabaseError else { return .failed(error, .nothing) }
        let remedy = transaction.remedy(for: failure)
        if remedy == .reconnect { connection.wire.abandon() }
        return .failed(remedy == .nothing ? error : failure, remedy)
    }
}

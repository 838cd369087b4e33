import CLibPQ
import Foundation

/// One connection to a server; statements go out, answers come in, each within its time.
final class PostgresWire {
    let connection: OpaquePointer
    private let notices = PostgresNotices()
    /// It has failed, or nobody knows any more what it is doing: of no use but to be closed.
    private(set) var isBroken = false
    var ahead = Ahead.nothing

    /// - Throws: `DatabaseError.cannotConnect`, or what is wrong with the server.
    init(_ address: PostgresAddress) throws(DatabaseError) {
        guard let connection = address.connect() else { throw .cannotConnect(reason: "out of memory") }
        self.connection = connection
        guard PQstatus(connection) == CONNECTION_OK else { throw .cannotConnect(reason: Self.complaint(connection)) }
        notices.listen(to: connection)
        // Sending must not wait either: a server that reads nothing would be waited for without end.
        guard PQsetnonblocking(connection, 1) == 0 else { throw .cannotConnect(reason: Self.complaint(connection)) }
        try check()
    }

    deinit { PQfinish(connection) }

    private func check() throws(DatabaseError) {
        let version = Int(PQserverVersion(connection))
        guard version >= 150_000 else { throw .serverTooOld(version: "\(version / 10_000)") }
        let encoding = PQparameterStatus(connection, "server_encoding").map { String(cString: $0) } ?? ""
        guard encoding == "UTF8" else { throw .wrongEncoding(encoding) }
    }

    var isInFailedTransaction: Bool { PQtransactionStatus(connection) == PQTRANS_INERROR }
    var isIdle: Bool { PQtransactionStatus(connection) == PQTRANS_IDLE }

    /// The server has said that what it commits is not yet where it was promised to be.
    var commitIsDoubtful: Bool { notices.sawCancelledWait }

    func abandon() { isBroken = true }

    /// Runs statements without values, as one message.
    func run(_ sql: String, within limit: Duration?) throws -> PostgresResult {
        try answer(to: sql, within: limit) { PQsendQuery($0, sql) }
    }

    func prepare(_ sql: String, as name: String, types: [Oid], within limit: Duration?) throws {
        _ = try answer(to: sql, within: limit) { PQsendPrepare($0, name, sql, CInt(types.count), types) }
    }

    func describe(_ name: String, of sql: String, within limit: Duration?) throws -> PostgresResult {
        try answer(to: sql, within: limit) { PQsendDescribePrepared($0, name) }
    }

    func execute(
        _ name: String, of sql: String, _ parameters: PostgresParameters, within limit: Duration?
    ) throws -> PostgresResult {
        try answer(to: sql, within: limit) { connection in
            parameters.withPointers { values, lengths, formats in
                PQsendQueryPrepared(connection, name, CInt(parameters.count), values, lengths, formats, 1)
            }
        }
    }

    /// Runs one statement that is not worth being prepared.
    func executeOnce(_ sql: String, within limit: Duration?) throws -> PostgresResult {
        try answer(to: sql, within: limit) { PQsendQueryParams($0, sql, 0, nil, nil, nil, nil, 1) }
    }

    private func answer(
        to sql: String, within limit: Duration?, _ send: (OpaquePointer) -> CInt
    ) throws -> PostgresResult {
        try settle(within: limit)
        try self.send(within: limit, send)
        return try receive(answerTo: sql, within: limit)
    }

    func send(within limit: Duration?, _ send: (OpaquePointer) -> CInt) throws {
        guard !isBroken, send(connection) == 1 else { throw lost() }
        try flush(before: limit.map { ContinuousClock.now + $0 })
    }

    /// The answer to the one statement that was sent.
    func receive(answerTo sql: String, within limit: Duration?) throws -> PostgresResult {
        let deadline = limit.map { ContinuousClock.now + $0 }
        var failure: PostgresResult?
        var last: PostgresResult?
        while let result = try next(before: deadline) {
            last = result
            if result.status != PGRES_TUPLES_OK, result.status != PGRES_COMMAND_OK, failure == nil { failure = result }
        }
        if let failure { throw self.failure(failure, sql) }
        guard PQstatus(connection) == CONNECTION_OK, let last else { throw lost() }
        return last
    }

    /// Sends what libpq holds; reads meanwhile, lest both sides wait for the other one to read.
    func flush(before deadline: ContinuousClock.Instant?) throws {
        while true {
            let state = PQflush(connection)
            guard state != 0 else { return }
            guard state == 1, let events = wait(for: POLLIN | POLLOUT, until: deadline) else { throw lost() }
            if events & POLLIN != 0, PQconsumeInput(connection) == 0 { throw lost() }
        }
    }

    func next(before deadline: ContinuousClock.Instant?) throws -> PostgresResult? {
        while PQisBusy(connection) == 1 {
            guard wait(for: POLLIN, until: deadline) != nil, PQconsumeInput(connection) == 1 else { throw lost() }
        }
        return PQgetResult(connection).map(PostgresResult.init)
    }

    /// What the connection is ready for; nil when the time is over.
    private func wait(for events: Int32, until deadline: ContinuousClock.Instant?) -> Int32? {
        var socket = pollfd(fd: PQsocket(connection), events: Int16(events), revents: 0)
        while true {
            let left = deadline.map { max(.zero, ContinuousClock.now.duration(to: $0)) }
            let ready = poll(&socket, 1, left.map { CInt(min($0 / .milliseconds(1), 3_600_000).rounded(.up)) } ?? -1)
            if ready > 0 { return Int32(socket.revents) }
            if ready == 0, left == .zero { return nil }
            if ready < 0, errno != EINTR { return nil }
        }
    }

    func failure(_ result: PostgresResult, _ sql: String) -> DatabaseError {
        guard let state = result.diagnosis("C") else { return lost() }
        if PQstatus(connection) != CONNECTION_OK { isBroken = true }
        // Words about values quote them.
        let isQuiet = ["22", "23", "P0"].contains { state.hasPrefix($0) }
        return .statement(
            StatementFailure(
                sqlState: state, message: isQuiet ? nil : result.diagnosis("M"), constraint: result.diagnosis("n"),
                sql: String(sql.prefix(500))))
    }

    func lost() -> DatabaseError {
        isBroken = true
        let complaint = Self.complaint(connection)
        return .connectionLost(reason: complaint.isEmpty ? "no answer in time" : complaint)
    }

    /// libpq's words, on one line; they name host, port and user. What it guesses, on lines that begin with a tab, is left
    /// out: a question is no reason.
    private static func complaint(_ connection: OpaquePointer) -> String {
        guard let message = PQerrorMessage(connection) else { return "" }
        let lines = String(cString: message).split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("\t") }
        return lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "; ")
    }
}

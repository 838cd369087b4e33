import CLibPQ
import Database
import Dispatch
import Foundation
import Synchronization

/// The PostgreSQL that this run was given, on which each test makes a database and drops it again.
final class TestCluster: Sendable {
    static let shared = ProcessInfo.processInfo.environment["HEADWATER_TEST_POSTGRES"].map(TestCluster.init)

    private let administration: String
    private let queue = DispatchQueue(label: "making databases")
    private let cleaning = DispatchQueue(label: "dropping databases")
    private let turnstile = Turnstile(places: 16)
    private let templates = Templates()

    private init(url: String) { administration = url }

    private struct Refusal: Error {}

    /// The address of another database of the cluster: its name stands before the options.
    func url(of name: String) -> String {
        administration.replacing("/postgres?", with: "/\(name)?")
    }

    /// Waits until few enough databases are there at the same time.
    func enter() async { await turnstile.enter() }

    /// Runs a statement outside of any transaction.
    func run(_ sql: String) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            queue.async { continuation.resume(with: Result { try self.runNow(sql) }) }
        }
    }

    func discard(_ name: String) {
        cleaning.async {
            try? self.runNow("drop database if exists \(name) with (force)")
            self.turnstile.leave()
        }
    }

    /// The name of a database that has a schema already: a copy of it is quicker than the migrations.
    func template(_ migrations: [Migration], now: Int64) async throws -> String {
        try await templates.name {
            let name = "template_\(ProcessInfo.processInfo.processIdentifier)"
            try await self.run("create database \(name)")
            let database = try Database(url: self.url(of: name))
            try await database.migrate(migrations, now: now)
            try database.close()
            return name
        }
    }

    private func runNow(_ sql: String) throws {
        let connection = PQconnectdb(administration)
        defer { PQfinish(connection) }
        let result = PQexec(connection, sql)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw Refusal() }
    }
}

/// Makes the template once, however many ask for it at the same time.
private actor Templates {
    private var making: Task<String, any Error>?

    func name(_ make: @escaping @Sendable () async throws -> String) async throws -> String {
        let task = making ?? Task { try await make() }
        making = task
        return try await task.value
    }
}

/// Lets a number of tests in, and the others when one of those has left.
private final class Turnstile: Sendable {
    private let state: Mutex<(places: Int, waiting: [CheckedContinuation<Void, Never>])>

    init(places: Int) { state = Mutex((places, [])) }

    func enter() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                guard state.places == 0 else {
                    state.places -= 1
                    return true
                }
                state.waiting.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
    }

    func leave() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.places += 1
            return nil
        }
        next?.resume()
    }
}

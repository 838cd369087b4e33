import Attribution
import CRM
import Database
import DatabaseTesting
import Dispatch
import Foundation
import Logging
import NIOEmbedded
import Synchronization
import Testing

@testable import Server

/// Requests that share a transaction, and what becomes of them when it fails.
struct IngestQueueTests {
    private let server: TestServer
    private let metrics = IngestMetrics()

    init() async throws { server = try await TestServer() }

    private func queue(most: Int = 1_000, bytes: Int = 1_000, longestWait: Duration = .seconds(60)) -> IngestQueue {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return IngestQueue(
            capture: server.crm.capture, mostEvents: most, mostBytes: bytes, longestWait: longestWait,
            pace: IngestPace(server.database.dialect), metrics: metrics, logger: logger, now: { TestServer.start })
    }

    private func pageView(id: UUID = UUID(), account: AccountID? = nil) -> CaptureEvent {
        CaptureEvent(
            id: EventID(rawValue: id), account: account ?? server.account.id, kind: .pageView(title: nil), visitor: nil,
            session: nil, url: "https://clinic.example/", referrer: nil, occurredAt: TestServer.start, landing: nil,
            browser: BrowserFacts())
    }

    private func stored() async throws -> Int {
        try await server.database.read { try $0.row("select count(*) as count from page_views")?["count"] ?? 0 }
    }

    /// Keeps every writer of events waiting while `body` runs.
    ///
    /// - Parameter end: the last that is done under the lock.
    private func whileLocked(
        _ body: () async throws -> Void, thenOn end: @escaping @Sendable (Connection) throws -> Void = { _ in }
    ) async throws {
        let (isLocked, isDone) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let database = server.database
        async let lock: Void = database.write { connection in
            if connection.dialect == .postgres { try connection.execute("lock table event_ids") }
            isLocked.signal()
            isDone.wait()
            try end(connection)
        }
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                isLocked.wait()
                continuation.resume()
            }
        }
        do {
            try await body()
            isDone.signal()
        } catch {
            isDone.signal()
            throw error
        }
        try await lock
    }

    @Test func `what waits when a batch begins shares it`() async throws {
        let queue = queue()
        try await withThrowingTaskGroup(of: Void.self) { group in
            try await whileLocked {
                for _ in 0..<200 { group.addTask { _ = try await queue.submit([pageView(), pageView()], size: 0) } }
                while metrics.eventsWaiting.value < 400 { try await Task.sleep(for: .milliseconds(1)) }
            }
            try await group.waitForAll()
        }
        #expect(try await stored() == 400)
        // On PostgreSQL batches that have begun wait for the lock with what they had taken.
        #expect(metrics.batchSize.count <= (server.database.dialect == .sqlite ? 1 : 10))
        #expect(metrics.eventsWaiting.value == 0 && metrics.queueDepth.value == 0)
    }

    @Test func `each request hears of its own events, in their order`() async throws {
        let queue = queue()
        let known = UUID()
        _ = try await queue.submit([pageView(id: known)], size: 0)
        async let first = queue.submit([pageView(), pageView(id: known)], size: 0)
        async let second = queue.submit([pageView(id: known), pageView(), pageView()], size: 0)
        #expect(try await first.map { try $0.get() } == [.stored, .duplicate])
        #expect(try await second.map { try $0.get() } == [.duplicate, .stored, .stored])
    }

    @Test func `answers for event loops are given there, each its own, and a full queue's as well`() async throws {
        let queue = queue(most: 6)
        let loops = [NIOAsyncTestingEventLoop(), NIOAsyncTestingEventLoop()]
        let heard = Mutex<[Int: [Int]]>([:])
        func submit(_ number: Int, events count: Int) {
            let loop = loops[number % 2]
            queue.submit((0..<count).map { _ in pageView() }, refused: [], size: 0, on: loop) { result in
                let stored = (try? result.get())?.count { $0 == .success(.stored) } ?? -1
                heard.withLock { $0[number, default: []].append(loop.inEventLoop ? stored : -2) }
            }
        }
        try await whileLocked {
            submit(0, events: 1)
            for number in 1...4 { submit(number, events: number == 1 ? 2 : 1) }
            submit(5, events: 1)
        }
        while heard.withLock({ $0.count }) < 6 { for loop in loops { await loop.run() } }
        #expect(heard.withLock { $0 } == [0: [1], 1: [2], 2: [1], 3: [1], 4: [1], 5: [-1]])
    }

    @Test func `an event that the database refuses keeps no other from being stored`() async throws {
        let events = [pageView(), pageView(account: AccountID(rawValue: 99)), pageView()]
        let answers = try await queue().submit(events, size: 0)
        #expect(answers == [.success(.stored), .failure(Refusal(.malformed)), .success(.stored)])
        #expect(try await stored() == 2)
        #expect(metrics.batchesRetried.value == 1 && metrics.poisonedEvents.value == 1)
    }

    @Test func `what was refused is counted though an event beside it cannot be stored`() async throws {
        let refused = [RefusedEvent(account: server.account.id, cause: .crawler)]
        let answers = try await queue().submit(
            [pageView(account: AccountID(rawValue: 99)), pageView()], refused: refused, size: 0)
        #expect(answers == [.failure(Refusal(.malformed)), .success(.stored)])
        let counts = try await server.crm.submissions.refusals(server.account.id, sinceDay: 0, latelySinceDay: 0)
        #expect(counts.map(\.count) == [1])
    }

    @Test func `a full queue sends its senders away and stores nothing of them`() async throws {
        let queue = queue(most: 3)
        try await withThrowingTaskGroup(of: Void.self) { group in
            try await whileLocked {
                group.addTask { _ = try await queue.submit([pageView(), pageView()], size: 0) }
                while metrics.eventsWaiting.value < 2 { try await Task.sleep(for: .milliseconds(1)) }
                await #expect(throws: Refusal(.overloaded, retryAfter: 2)) {
                    _ = try await queue.submit([pageView(), pageView()], size: 0)
                }
                group.addTask { _ = try await queue.submit([pageView()], size: 0) }
                while metrics.eventsWaiting.value < 3 { try await Task.sleep(for: .milliseconds(1)) }
            }
            try await group.waitForAll()
        }
        #expect(try await stored() == 3)
    }

    @Test func `a queue is full of large bodies too, and has room again when they are answered`() async throws {
        let queue = queue(bytes: 100)
        try await withThrowingTaskGroup(of: Void.self) { group in
            try await whileLocked {
                group.addTask { _ = try await queue.submit([pageView()], size: 60) }
                while metrics.eventsWaiting.value < 1 { try await Task.sleep(for: .milliseconds(1)) }
                await #expect(throws: Refusal(.overloaded, retryAfter: 2)) {
                    _ = try await queue.submit([pageView()], size: 41)
                }
            }
            try await group.waitForAll()
        }
        #expect(try await queue.submit([pageView()], size: 100) == [.success(.stored)])
    }

    @Test(.enabled(if: TestDatabase.dialect == .sqlite), arguments: [(Duration.zero, 1...3), (.seconds(60), 12...12)])
    func `who has waited long is sent away with those whom the database has failed`(
        longestWait: Duration, batches: ClosedRange<Int>
    ) async throws {
        let queue = queue(most: 12 * 512, longestWait: longestWait)
        let requests = 12 * 8
        try await withThrowingTaskGroup(of: Void.self) { group in
            try await whileLocked {
                for _ in 0..<requests {
                    group.addTask {
                        let answers = try? await queue.submit((0..<64).map { _ in pageView() }, size: 0)
                        #expect(answers?.allSatisfy { $0 == .failure(Refusal(.overloaded, retryAfter: 5)) } ?? true)
                    }
                }
                while metrics.eventsWaiting.value < 12 * 512 { try await Task.sleep(for: .milliseconds(1)) }
            } thenOn: {
                try $0.execute("pragma max_page_count = 1")
            }
            try await group.waitForAll()
        }
        #expect(batches.contains(Int(metrics.batchSize.count)))
        #expect(metrics.dropped[.overloaded].value == 12 * 512)
        #expect(metrics.eventsWaiting.value == 0 && metrics.queueDepth.value == 0)
        try await server.database.write { try $0.execute("pragma max_page_count = 1000000") }
        #expect(try await queue.submit([pageView()], size: 0) == [.success(.stored)])
    }

    @Test func `who goes away while a batch is written takes nobody's events along`() async throws {
        let queue = queue()
        try await whileLocked {
            let leaver = Task { try await queue.submit([pageView()], size: 0) }
            while metrics.eventsWaiting.value < 1 { try await Task.sleep(for: .milliseconds(1)) }
            leaver.cancel()
        }
        #expect(try await queue.submit([pageView()], size: 0) == [.success(.stored)])
        #expect(try await stored() == 2)
    }

    @Test func `events come in while others are refused, and both are counted`() async throws {
        let refused = [
            RefusedEvent(account: server.account.id, cause: .crawler),
            RefusedEvent(account: server.account.id, cause: .crawler),
        ]
        #expect(try await queue().submit([pageView()], refused: refused, size: 0) == [.success(.stored)])
        let counts = try await server.crm.submissions.refusals(server.account.id, sinceDay: 0, latelySinceDay: 0)
        #expect(counts.map(\.count) == [2])
    }
}

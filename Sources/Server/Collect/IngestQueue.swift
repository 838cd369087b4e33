import CRM
import Database
import Logging
import NIOCore
import Synchronization

/// Lets requests that arrive together share a transaction: what waits when one begins goes into it, and each request is
/// answered after the commit of its events.
///
/// A request that finds the queue full is told to come again and keeps its events. An event that comes alone is written at
/// once; under load a batch may wait for the next few requests (see `gather`). Whoever ends the server waits for its
/// requests, and they for this.
final class IngestQueue: Sendable {
    /// So many events share a transaction at most: a later one waits no longer for it than a person notices.
    private static let largestBatch = 512
    private static let patience = Duration.milliseconds(10)
    /// A batch of so many says that more are on their way.
    private static let worthAPause = 8
    private static let pause = Duration.microseconds(200)
    private static let mostPauses = 8

    private let capture: Capture
    private let mostEvents: Int
    private let mostBytes: Int
    private let longestWait: Duration
    private let pace: IngestPace
    private let metrics: IngestMetrics
    private let logger: Logger
    private let budgets = Complaint.allCases.map { _ in LineBudget(perSecond: 10) }
    private let now: @Sendable () -> Milliseconds
    private let state = Mutex(State())

    /// What a transaction takes along when it begins. It may have to begin again, and then with the same.
    private final class Batch: Sendable {
        struct Taken {
            let requests: [Waiting]
            let work: CaptureWork
        }

        private let taken = Mutex<Taken?>(nil)

        /// - Parameter take: what to take if nothing has been taken yet.
        func taken(_ take: () -> Taken) -> Taken {
            taken.withLock { taken in
                let now = taken ?? take()
                taken = now
                return now
            }
        }
    }

    typealias Answer = Result<CaptureAnswer, Refusal>

    /// - Parameters:
    ///   - mostEvents: so many may be here before requests are turned away.
    ///   - mostBytes: of their bodies.
    ///   - longestWait: who has waited so long is turned away when the database fails others.
    ///   - pace: what the engine is best served with.
    init(
        capture: Capture, mostEvents: Int, mostBytes: Int, longestWait: Duration = .seconds(5),
        pace: IngestPace, metrics: IngestMetrics, logger: Logger, now: @escaping @Sendable () -> Milliseconds
    ) {
        self.capture = capture
        self.mostEvents = mostEvents
        self.mostBytes = mostBytes
        self.longestWait = longestWait
        self.pace = pace
        self.metrics = metrics
        self.logger = logger
        self.now = now
    }

    /// Stores the events and counts the refused ones.
    ///
    /// - Parameter size: bytes of the body that they came in.
    /// - Returns: one answer an event, in order.
    /// - Throws: `Refusal` (`overloaded`) when nothing of it was taken.
    func submit(
        _ events: [CaptureEvent], refused: [RefusedEvent] = [], size: Int
    ) async throws(Refusal) -> [Answer] {
        let result = await withCheckedContinuation { continuation in
            submit(events, refused: refused, size: size) { continuation.resume(returning: $0) }
        }
        return try result.get()
    }

    /// The same for a caller that does not wait: `answer` is called once and must not take long.
    ///
    /// - Parameter loop: where it is called, and never before this returns; nil is on any thread, at any time.
    func submit(
        _ events: [CaptureEvent], refused: [RefusedEvent], size: Int, on loop: (any EventLoop)? = nil,
        _ answer: @escaping @Sendable (Result<[Answer], Refusal>) -> Void
    ) {
        let request = Waiting(
            events: events, refused: refused, size: size, answer: AwaitedAnswer(loop: loop, give: answer))
        guard request.weight > 0 else { return request.answer(.success([])) }
        for event in refused { metrics.dropped[event.cause].add() }
        switch admit(request) {
        case .full:
            metrics.dropped[.overloaded].add(events.count)
            request.answer(.failure(Refusal(.overloaded, retryAfter: 2)))
        case .waiting(let need):
            // A task of its own: the request that happens to start it may be cancelled, the batch must not be.
            switch need {
            case .none: break
            case .writer: Task.detached { await self.write() }
            case .writerLater: Task.detached { await self.writeIfNobodyDoes() }
            }
        }
    }

    private func admit(_ request: Waiting) -> State.Admission {
        state.withLock { state in
            let admission = state.admit(request, mostEvents: mostEvents, mostBytes: mostBytes, pace)
            guard case .waiting = admission else { return admission }
            show(state)
            return admission
        }
    }

    /// Under the lock: else a number that is older than another one could be the last to be set.
    private func show(_ state: State) {
        metrics.eventsWaiting.set(state.events)
        metrics.bytesWaiting.set(state.bytes)
        metrics.queueDepth.set(state.waiting.count)
    }

    /// What came while others were being written waits for them, and not for long: they may be stuck.
    private func writeIfNobodyDoes() async {
        try? await Task.sleep(for: Self.patience)
        guard state.withLock({ $0.takeWriterForRest(mostWriters: pace.mostWriters) }) else { return }
        await write()
    }

    /// Writes until nothing waits.
    private func write() async {
        while goesOn() {
            let batch = Batch()
            let answers = await write(batch)
            let requests = take(batch).requests
            let weight = requests.reduce(0) { $0 + $1.weight }
            state.withLock { state in
                state.settle(requests)
                show(state)
            }
            give(answers, to: requests)
            if pace.gathers, weight >= Self.worthAPause { await gather() }
        }
    }

    private func goesOn() -> Bool {
        state.withLock { state in
            if state.waiting.isEmpty { state.writers -= 1 }
            return !state.waiting.isEmpty
        }
    }

    /// What waits now, if the batch has not taken anything yet.
    private func take(_ batch: Batch) -> Batch.Taken {
        batch.taken {
            let requests = nextRequests()
            let work = CaptureWork(
                events: requests.flatMap(\.events), refused: requests.flatMap(\.refused), now: now())
            return Batch.Taken(requests: requests, work: work)
        }
    }

    /// - Parameter answers: of all events of the batch, in order.
    private func give(_ answers: [Answer], to batch: [Waiting]) {
        var start = 0
        AwaitedAnswer.give(
            batch.map { request in
                let end = start + request.events.count
                defer { start = end }
                return (request.answer, Array(answers[start..<end]))
            })
    }

    /// Lets the next batch grow as long as it does, two milliseconds or so at most: to begin, to commit and to find out
    /// what an account wants costs as much as the rows of ten events, and is done once a batch.
    private func gather() async {
        var seen = -1
        for _ in 1...Self.mostPauses {
            let waiting = state.withLock { $0.waitingEvents }
            guard waiting > seen, waiting < Self.largestBatch else { return }
            seen = waiting
            try? await Task.sleep(for: Self.pause)
        }
    }

    private func nextRequests() -> [Waiting] {
        state.withLock { state in
            var events = 0
            let end = state.waiting.firstIndex { request in
                events += request.weight
                return events > Self.largestBatch
            }
            // A request alone may be larger than a batch.
            let count = max(end ?? state.waiting.count, min(1, state.waiting.count))
            let requests = Array(state.waiting.prefix(count))
            state.waiting.removeFirst(count)
            state.waitingEvents -= requests.reduce(0) { $0 + $1.weight }
            show(state)
            return requests
        }
    }

    private func write(_ batch: Batch) async -> [Answer] {
        let begun = ContinuousClock.now
        let answers = await store(batch)
        let taken = take(batch)
        // Another transaction may have been quicker.
        guard !taken.requests.isEmpty else { return answers }
        metrics.commitTime.observe(ContinuousClock.now - begun)
        metrics.batchSize.observe(taken.work.events.count)
        for (event, answer) in zip(taken.work.events, answers) {
            switch answer {
            case .success(let answer): metrics.count(answer, of: event.kind)
            case .failure(let refusal): metrics.dropped[refusal.cause].add()
            }
        }
        return answers
    }

    private func store(_ batch: Batch) async -> [Answer] {
        do {
            return try await record(batch).map(Answer.success)
        } catch  where !DatabaseFault(error).isTransient {
            let work = take(batch).work
            return await storeEach(work.events, refused: work.refused, after: error)
        } catch {
            return turnAway(take(batch).work.events, error)
        }
    }

    /// A commit of which nobody knows whether it took place is asked for again: what is stored already is a duplicate.
    private func record(_ batch: Batch) async throws -> [CaptureAnswer] {
        do {
            return try await capture.record { self.take(batch).work }
        } catch  where DatabaseFault(error) == .commitUnknown {
            return try await capture.record(take(batch).work.events, now: now())
        }
    }

    /// One event that cannot be stored keeps no other from being stored.
    private func storeEach(
        _ events: [CaptureEvent], refused: [RefusedEvent], after failure: any Error
    ) async -> [Answer] {
        metrics.batchesRetried.add()
        do {
            let results = try await capture.recordEach(events, now: now())
            await count(refused)
            return results.map { result in
                result.mapError { poisoned in
                    metrics.poisonedEvents.add()
                    log(.poisoned, 1, failure)
                    return poisoned.isRefused ? Refusal(.malformed) : Refusal(.overloaded, retryAfter: 60)
                }
            }
        } catch {
            return turnAway(events, error)
        }
    }

    /// The transaction that failed has taken their count along.
    private func count(_ refused: [RefusedEvent]) async {
        do {
            _ = try await capture.record([], refused: refused, now: now())
        } catch {
            // The events beside them are stored, and their senders are told so.
            log(.notCounted, refused.count, error)
        }
    }

    /// The senders keep their events and come again. So do those who have waited long for their turn: behind a database
    /// that is locked or away each batch would take as long again to find that out.
    private func turnAway(_ events: [CaptureEvent], _ failure: any Error) -> [Answer] {
        let old = state.withLock { state in
            let old = state.leave(ifBefore: .now - longestWait)
            show(state)
            return old
        }
        for request in old {
            // Of refused events alone nothing can be kept, and nothing need come again.
            guard !request.events.isEmpty else {
                request.answer(.success([]))
                continue
            }
            metrics.dropped[.overloaded].add(request.events.count)
            request.answer(.failure(Refusal(.overloaded, retryAfter: 5)))
        }
        log(.notStored, events.count + old.reduce(0) { $0 + $1.events.count }, failure)
        return events.map { _ in .failure(Refusal(.overloaded, retryAfter: 5)) }
    }

    /// What can go wrong; an outage writes many of the first, and leaves room for the others.
    enum Complaint: Int, CaseIterable {
        case notStored
        case poisoned
        case notCounted

        var message: Logger.Message {
            switch self {
            case .notStored: "events not stored"
            case .poisoned: "an event cannot be stored"
            case .notCounted: "refused events not counted"
            }
        }
    }

    /// What kind of fault and not the error's text: it may quote what a visitor sent.
    func log(_ complaint: Complaint, _ count: Int, _ failure: any Error) {
        guard let unlogged = budgets[complaint.rawValue].take() else { return }
        var metadata: Logger.Metadata = [
            "count": "\(count)", "fault": "\(DatabaseFault(failure).rawValue)", "error": "\(type(of: failure))",
        ]
        if unlogged > 0 { metadata["unlogged"] = "\(unlogged)" }
        logger.error(complaint.message, metadata: metadata)
    }
}

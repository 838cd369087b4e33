import Database
import ServiceLifecycle
import Synchronization

/// Tries a write when somebody asks, at most one a second and one at a time.
///
/// A database that hangs would hold whoever asks it: so the write belongs to this service, and who asks waits for its
/// answer no longer than the limit.
final class DatabaseProbe: Service {
    private let limit: Duration
    /// How long an answer is taken for the present.
    private let freshness: Duration
    /// What is the matter when no answer comes within the limit.
    private let silence: @Sendable () -> DatabaseState
    private let attempt: @Sendable () async -> DatabaseState
    private let state = Mutex(State())
    private let asked: AsyncStream<Void>
    private let ask: AsyncStream<Void>.Continuation

    private struct State {
        var answer: (state: DatabaseState, at: ContinuousClock.Instant)?
        /// When the write began that nobody has heard of yet.
        var askedAt: ContinuousClock.Instant?
        var waiting: [AsyncStream<DatabaseState>.Continuation] = []
    }

    convenience init(_ database: Database, limit: Duration = .seconds(2)) {
        // A connection that was lost is tried again for longer than anybody here waits.
        let silence = { @Sendable in database.isUnreachable ? DatabaseState.failing(.unavailable) : .silent }
        self.init(limit: limit, silence: silence) {
            do {
                return .writable(schema: try await database.proveWritable())
            } catch {
                return .failing(DatabaseFault(error))
            }
        }
    }

    init(
        limit: Duration, freshness: Duration = .seconds(1),
        silence: @escaping @Sendable () -> DatabaseState = { .silent },
        attempt: @escaping @Sendable () async -> DatabaseState
    ) {
        self.limit = limit
        self.freshness = freshness
        self.silence = silence
        self.attempt = attempt
        (asked, ask) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func run() async throws {
        for await _ in asked.cancelOnGracefulShutdown() {
            let answer = await attempt()
            let waiting = state.withLock { state in
                defer { state.waiting = [] }
                state.answer = (answer, .now)
                state.askedAt = nil
                return state.waiting
            }
            for caller in waiting { caller.yield(answer) }
        }
    }

    /// What the database does with a write now, as far as anybody knows in time.
    func result() async -> DatabaseState {
        switch state.withLock({ turn(&$0, now: .now) }) {
        case .known(let answer):
            return answer
        case .begin(let answers):
            ask.yield()
            return await first(of: answers)
        case .join(let answers):
            return await first(of: answers)
        }
    }

    private enum Turn {
        case known(DatabaseState)
        case begin(AsyncStream<DatabaseState>)
        case join(AsyncStream<DatabaseState>)
    }

    private func turn(_ state: inout State, now: ContinuousClock.Instant) -> Turn {
        if let askedAt = state.askedAt, now - askedAt >= limit {
            // Later callers hear at once what the first one waited for.
            return .known(silence())
        }
        let isUnderWay = state.askedAt != nil
        if !isUnderWay, let answer = state.answer, now - answer.at < freshness { return .known(answer.state) }
        let (answers, caller) = AsyncStream<DatabaseState>.makeStream(bufferingPolicy: .bufferingNewest(1))
        state.waiting.append(caller)
        if isUnderWay { return .join(answers) }
        state.askedAt = now
        return .begin(answers)
    }

    private func first(of answers: AsyncStream<DatabaseState>) async -> DatabaseState {
        await withTaskGroup(of: DatabaseState?.self) { group in
            group.addTask { await answers.first { _ in true } }
            group.addTask { [limit] in
                try? await Task.sleep(for: limit)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next().flatMap { $0 } ?? silence()
        }
    }
}

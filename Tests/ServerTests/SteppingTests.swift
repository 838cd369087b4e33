import Logging
import Synchronization
import Testing

@testable import CRM
@testable import Server

/// Work that is done step by step: it rests after each step, outlives failures, and is let go of at the end.
@Suite struct SteppingTests {
    private struct Unable: Error {}

    private struct Outcome {
        let runs: Int
        let failures: Int
        let lastSuccess: Int
        let rests: Int
        let log: [String]
    }

    private static let words = Stepping.Words(
        id: "work", stepFailed: "step failed", givenUp: "given up", notLookedFor: "not looked for",
        notReleased: "not released")

    /// What comes of some steps and of a last one, after which the server shuts down.
    private func run(
        _ steps: Int, then last: @escaping @Sendable () throws -> Bool,
        release: @escaping @Sendable () throws -> Void = {}
    ) async -> Outcome {
        let (taken, rests, lines) = (Tally(), Tally(), Lines())
        let metrics = JobMetrics()
        let stepping = Stepping(words: Self.words, metrics: metrics, now: { 7_000 }, logger: lines.logger)
        let (ends, end) = AsyncStream.makeStream(of: Void.self)
        @Sendable func rest(after took: Duration) -> Duration {
            _ = rests.next()
            return .zero
        }
        let work = Task {
            await stepping.run(rest: rest, release: release) { now in
                guard taken.next() > steps else { return now == 7_000 }
                end.finish()
                return try last()
            }
        }
        for await _ in ends {}
        work.cancel()
        await work.value
        return Outcome(
            runs: metrics.runs.value, failures: metrics.failures.value, lastSuccess: metrics.lastSuccess.value,
            rests: rests.count, log: lines.all)
    }

    @Test func `it goes on while there is more to do, and lets go at the end`() async {
        let released = Tally()
        let outcome = await run(3, then: { false }, release: { _ = released.next() })
        #expect(outcome.rests == 3 && released.count == 1)
        #expect(outcome.runs == 3 && outcome.failures == 0 && outcome.lastSuccess == 7)
        #expect(outcome.log == [])
    }

    @Test(arguments: [(false, "warning step failed"), (true, "error given up")])
    func `a step that fails is told of with its work and the kind of its cause`(
        isGivenUp: Bool, words: String
    ) async {
        let failure = AdCostStepFailed(id: AdCostImportID(rawValue: "3"), isGivenUp: isGivenUp, cause: Unable())
        let outcome = await run(1, then: { throw failure })
        #expect(outcome.runs == 2 && outcome.failures == 1 && outcome.rests == 1)
        #expect(outcome.log == ["\(words) error=Unable work=3"])
    }

    @Test func `what could not even be looked for, and a lease that is not let go of, are told of`() async {
        let outcome = await run(0, then: { throw Unable() }, release: { throw Unable() })
        #expect(outcome.log == ["warning not looked for error=Unable", "warning not released error=Unable"])
    }

    @Test func `an end in the middle of a step is no failure`() async {
        let outcome = await run(0, then: { throw CancellationError() })
        #expect(outcome.runs == 0 && outcome.failures == 0 && outcome.log == [])
    }
}

private final class Tally: Sendable {
    private let state = Mutex(0)

    var count: Int { state.withLock { $0 } }

    func next() -> Int {
        state.withLock { count in
            count += 1
            return count
        }
    }
}

/// What was logged, without the times.
private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    var logger: Logger {
        Logger(label: "test") { _ in
            LogLines(.text, now: { 0 }) { line in
                let words = line.drop { $0 != " " }.dropFirst().dropLast()
                self.lines.withLock { $0.append(String(words)) }
            }
        }
    }
}

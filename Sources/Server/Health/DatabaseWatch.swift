import Logging
import ServiceLifecycle

/// Says in the log when the database stops to take writes, and when it takes them again, whether or not anybody asks.
struct DatabaseWatch: Service {
    let probe: DatabaseProbe
    let logger: Logger

    private static let interval = Duration.seconds(10)
    private static let intervalWhileGone = Duration.seconds(2)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var outage = DatabaseOutage()
            while !Task.isCancelled {
                let state = await probe.result()
                // Who is told to stop is not told what the database thinks of that.
                guard !Task.isCancelled else { return }
                if let change = outage.takes(state, at: .now) { log(change) }
                try? await Task.sleep(for: outage.isOn ? Self.intervalWhileGone : Self.interval)
            }
        }
    }

    private func log(_ change: DatabaseOutage.Change) {
        switch change {
        case .begins(let problem):
            logger.error("the database takes no writes", metadata: ["reason": "\(problem)"])
        case .ends(let length):
            logger.notice("the database takes writes again", metadata: ["seconds": "\(length.components.seconds)"])
        }
    }
}

/// Whether the database is away, and since when.
struct DatabaseOutage {
    enum Change: Equatable {
        /// The reason is a sentence for the operator.
        case begins(String)
        case ends(after: Duration)
    }

    private var since: ContinuousClock.Instant?

    var isOn: Bool { since != nil }

    /// Takes an answer in; nil when it changes nothing.
    mutating func takes(_ state: DatabaseState, at now: ContinuousClock.Instant) -> Change? {
        switch (since, state.problem) {
        case (nil, let problem?):
            since = now
            return .begins(problem)
        case (let begun?, nil):
            since = nil
            return .ends(after: now - begun)
        default:
            return nil
        }
    }
}

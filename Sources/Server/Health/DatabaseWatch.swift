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

import CRM
import Logging
import Synchronization

@testable import Server

/// Keeps what is logged, by a clock that stands still.
final class LogCapture: Sendable {
    private let lines = Mutex("")

    var text: String { lines.withLock { $0 } }

    func logger(_ level: Logger.Level) -> Logger {
        let now: @Sendable () -> Milliseconds = { TestServer.start }
        let handler = LogLines(.text, now: now) { [self] line in lines.withLock { $0 += line } }
        var logger = Logger(label: "test") { _ in handler }
        logger.logLevel = level
        return logger
    }
}

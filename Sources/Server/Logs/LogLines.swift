import CRM
import Foundation
import Logging

/// Writes the log, a line at a time.
public struct LogLines: LogHandler {
    public var metadata = Logger.Metadata()
    public var metadataProvider: Logger.MetadataProvider?
    public var logLevel = Logger.Level.info
    private let format: LogFormat
    private let now: @Sendable () -> Milliseconds
    private let write: @Sendable (String) -> Void

    public init(
        _ format: LogFormat, now: @escaping @Sendable () -> Milliseconds, write: @escaping @Sendable (String) -> Void
    ) {
        self.format = format
        self.now = now
        self.write = write
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        var facts = metadata.merging(metadataProvider?.get() ?? [:]) { $1 }.merging(event.metadata ?? [:]) { $1 }
        // Its type and not its text: an error may quote what a visitor sent.
        if let error = event.error { facts["error"] = "\(type(of: error))" }
        write(format.line(event.level, event.message.description, facts, at: now()))
    }
}

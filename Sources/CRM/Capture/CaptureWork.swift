/// What one transaction of capture takes in.
public struct CaptureWork: Sendable {
    /// The accepted events.
    public let events: [CaptureEvent]
    /// Those that are only counted.
    public let refused: [RefusedEvent]
    public let now: Milliseconds

    public init(events: [CaptureEvent], refused: [RefusedEvent], now: Milliseconds) {
        self.events = events
        self.refused = refused
        self.now = now
    }
}

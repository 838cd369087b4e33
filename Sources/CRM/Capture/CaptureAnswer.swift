/// What became of one event. `stored` is said after the commit.
public enum CaptureAnswer: Sendable, Equatable {
    case stored
    /// The same event id was here before; nothing has changed.
    case duplicate
}

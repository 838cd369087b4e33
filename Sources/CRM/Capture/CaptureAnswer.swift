/// What became of one event, said after the commit.
public enum CaptureAnswer: Sendable, Equatable {
    case stored
    /// It is stored, and no contact before a person has released it.
    case held(HeldReason)
    /// The same event id was here before; nothing has changed.
    case duplicate
}

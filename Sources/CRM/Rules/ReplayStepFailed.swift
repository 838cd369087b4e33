/// A step of a replay could not be taken; it has left nothing behind.
public struct ReplayStepFailed: Error {
    public let replay: ReplayID
    /// Whether the replay was given up, because steps of it had failed too often.
    public let isGivenUp: Bool
    public let cause: any Error
}

/// Another revision came into use while this one was published, or this one was given up.
struct OutdatedPublication: Error {}

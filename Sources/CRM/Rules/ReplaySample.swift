import Attribution

/// One contact or session that a rule book gives another source.
public struct ReplaySample: Sendable, Equatable {
    public let view: ReplayView
    public let from: Source
    public let to: Source
    /// Nil for a session of a visitor whom nobody knows.
    public let contact: ContactID?
    /// Nil for a session.
    public let attribution: AttributionID?
    /// Nil for an attribution.
    public let session: SessionID?
    /// When the session began; nil for an attribution.
    public let startedAt: Milliseconds?
    public let landingURL: String
    public let landingReferrer: String?
    /// The rule that decides now; nil for a source that was brought in from elsewhere.
    public let oldRule: String?
    /// The rule that would decide.
    public let newRule: String
}

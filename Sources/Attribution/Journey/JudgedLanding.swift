/// A landing of a visitor's journey, with the verdict on it.
public struct JudgedLanding: Sendable, Equatable {
    public let landing: Landing
    /// When the session began, in UTC milliseconds.
    public let landingAt: Int64
    public let verdict: Verdict

    public init(landing: Landing, landingAt: Int64, verdict: Verdict) {
        self.landing = landing
        self.landingAt = landingAt
        self.verdict = verdict
    }
}

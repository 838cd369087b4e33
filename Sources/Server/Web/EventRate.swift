/// So many events a second for ever, and as many at once as come in a while.
public struct EventRate: Sendable, Equatable {
    public let perSecond: Double
    /// What may come at once after a silence.
    public let burst: Double

    /// - Parameter seconds: how long a silence is saved up.
    public init(perSecond: Double, savedUpFor seconds: Double) {
        self.perSecond = perSecond
        burst = max(1, perSecond * seconds)
    }

    /// A minute's worth at once: everybody in an office opens the same page.
    public static func ofAddress(perSecond: Int) -> EventRate {
        EventRate(perSecond: Double(perSecond), savedUpFor: 60)
    }

    public static func ofAccount(perSecond: Int) -> EventRate {
        EventRate(perSecond: Double(perSecond), savedUpFor: 10)
    }

    /// Conversions are a small share of what a website sends.
    var ofConversions: EventRate { EventRate(perSecond: perSecond / 10, savedUpFor: burst / perSecond) }
}

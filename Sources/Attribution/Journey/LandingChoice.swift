/// Which landing a conversion counts for.
public struct LandingChoice: Sendable, Equatable {
    public let landing: Landing
    public let landingAt: Int64
    public let verdict: Verdict
    /// Set when the landing is not the converting session's own.
    public let carryOver: CarryOver?

    /// The converting session's own landing; or, when that is Direct, the most recent non-direct one of the candidates
    /// that lies inside the look-back window before `now`.
    ///
    /// The candidates are earlier sessions of the same visitor and contact, in any order. A window of 0 days is none.
    public static func choose(
        session: JudgedLanding, candidates: [JudgedLanding], lookBackDays: Int, now: Int64
    ) -> LandingChoice {
        guard session.verdict.source == .direct else { return LandingChoice(session, carryOver: nil) }
        let earlier = candidates.filter {
            $0.verdict.source != .direct && $0.landingAt <= session.landingAt
                && isInside($0.landingAt, days: lookBackDays, before: now)
        }
        guard let carried = earlier.max(by: { $0.landingAt < $1.landingAt }) else {
            return LandingChoice(session, carryOver: nil)
        }
        let carryOver = CarryOver(
            carriedFromAt: carried.landingAt,
            directURL: session.landing.url,
            directReferrer: session.landing.referrer
        )
        return LandingChoice(carried, carryOver: carryOver)
    }

    private init(_ chosen: JudgedLanding, carryOver: CarryOver?) {
        landing = chosen.landing
        landingAt = chosen.landingAt
        verdict = carryOver.map { chosen.verdict.noting(.carriedOver(from: $0)) } ?? chosen.verdict
        self.carryOver = carryOver
    }

    private static func isInside(_ time: Int64, days: Int, before now: Int64) -> Bool {
        guard days > 0 else { return false }
        let (window, overflow) = Int64(days).multipliedReportingOverflow(by: 86_400_000)
        let (start, underflow) = now.subtractingReportingOverflow(window)
        return overflow || underflow || time >= start
    }
}

extension Note {
    fileprivate static func carriedOver(from carryOver: CarryOver) -> Note {
        let date = UTCTimestamp.text(milliseconds: carryOver.carriedFromAt).prefix(10)
        return Note(
            code: .carriedOver,
            text: "The converting session was Direct, so the landing of \(date), the last from elsewhere, counts.")
    }
}

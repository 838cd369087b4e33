/// What an account says about how long its page views are kept.
struct RetentionAccount: Sendable {
    let id: AccountID
    /// 0 is for ever.
    let months: Int
    let lookBackDays: Int

    func pageViewEnd(now: Milliseconds) -> Milliseconds? {
        months == 0 ? nil : CalendarMonth.moment(months, before: now)
    }

    /// A stranger's visit is kept for as long as a direct conversion may still take over its landing: one that comes late
    /// looks back from when it happened.
    func sessionEnd(now: Milliseconds) -> Milliseconds? {
        pageViewEnd(now: now).map { min($0, now - Milliseconds(lookBackDays) * .day - Retention.latestArrival) }
    }
}

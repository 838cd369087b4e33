import CRM
import Synchronization

/// How often something may be done, counted in this process: with several nodes each holds its own share of the limit.
final class RateLimits: Sendable {
    private let isOn: Bool
    private let windows = Mutex(RateWindows())
    private let buckets = Mutex(TokenBuckets())

    /// What a caller may still do.
    struct Allowance: Sendable, Equatable {
        let isAllowed: Bool
        let remaining: Int
        /// Until the window is over, at least 1.
        let seconds: Int
    }

    init(isOn: Bool) { self.isOn = isOn }

    /// Takes one of `most` in a window of `length`.
    ///
    /// - Parameters:
    ///   - key: who and what; kept in memory only, for the time of the window.
    ///   - count: what is dearer takes several at once.
    func take(
        _ key: RateKey, _ count: Int = 1, most: Int, per length: Milliseconds, now: Milliseconds
    ) -> Allowance {
        guard isOn else { return Allowance(isAllowed: true, remaining: most, seconds: 1) }
        let window = windows.withLock { $0.take(key, count, length: length, now: now) }
        return Allowance(
            isAllowed: window.count <= most, remaining: max(0, most - window.count),
            seconds: max(1, Int((window.start + length - now + 999) / 1_000)))
    }

    /// Takes one at a steady rate; nil when it may be done, else the seconds to wait.
    func take(_ key: RateKey, _ rate: EventRate, now: Milliseconds) -> Int? {
        guard isOn else { return nil }
        return buckets.withLock { $0.take(key, rate, now: now) }
    }
}

extension RateLimits {
    /// Counts a submission: many of one address in a short time look like no person's.
    func flood(of client: ClientNetwork, _ account: AccountID, now: Milliseconds) -> HeldReason? {
        let allowance = take(.held(account, client), most: 30, per: 10 * .minute, now: now)
        return allowance.isAllowed ? nil : .rateLimited
    }
}

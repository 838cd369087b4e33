import CRM
import Synchronization

/// Counts requests in windows of time, in this process: with several nodes each holds its own share of the limit.
final class RateLimits: Sendable {
    private let isOn: Bool
    private let windows = Mutex(Windows())

    private struct Window {
        let start: Milliseconds
        let length: Milliseconds
        var count = 0

        func isOver(_ now: Milliseconds) -> Bool { now - start >= length || now < start }
    }

    /// The windows that are open, and now and then some that are over.
    private struct Windows {
        private var open: [String: Window] = [:]
        private var sweepsAt = Self.fewest

        private static let fewest = 100_000
        private static let most = 400_000

        /// One more in the window of a key.
        mutating func take(_ key: String, length: Milliseconds, now: Milliseconds) -> Window {
            if open.count >= sweepsAt { sweep(now) }
            var window = open[key] ?? Window(start: now, length: length)
            if window.isOver(now) { window = Window(start: now, length: length) }
            window.count += 1
            open[key] = window
            return window
        }

        /// The next sweep waits until there are twice as many: a flood of addresses does not make every request sweep.
        private mutating func sweep(_ now: Milliseconds) {
            open = open.filter { !$0.value.isOver(now) }
            if open.count >= Self.most { open.removeAll() }
            sweepsAt = max(Self.fewest, 2 * open.count)
        }
    }

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
    /// - Parameter key: who and what; kept in memory only, for the time of the window.
    func take(_ key: String, most: Int, per length: Milliseconds, now: Milliseconds) -> Allowance {
        guard isOn else { return Allowance(isAllowed: true, remaining: most, seconds: 1) }
        let window = windows.withLock { $0.take(key, length: length, now: now) }
        return Allowance(
            isAllowed: window.count <= most, remaining: max(0, most - window.count),
            seconds: max(1, Int((window.start + length - now + 999) / 1_000)))
    }
}

extension RateLimits {
    /// Counts a submission: many of one address in a short time look like no person's.
    func flood(of client: String?, _ account: AccountID, now: Milliseconds) -> HeldReason? {
        let allowance = take(
            "held:\(account.rawValue):\(ClientNetwork.name(of: client))", most: 30, per: 10 * .minute, now: now)
        return allowance.isAllowed ? nil : .rateLimited
    }
}

import CRM
import Synchronization

/// Counts requests in windows of time, in this process: with several nodes each holds its own share of the limit.
final class RateLimits: Sendable {
    private let isOn: Bool
    private let windows = Mutex<[String: Window]>([:])

    private struct Window {
        var start: Milliseconds
        var count: Int
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
        return windows.withLock { windows in
            if windows.count > 100_000 { windows = windows.filter { now - $0.value.start < .day } }
            if windows.count > 200_000 { windows.removeAll() }
            var window = windows[key] ?? Window(start: now, count: 0)
            if now - window.start >= length || now < window.start { window = Window(start: now, count: 0) }
            window.count += 1
            windows[key] = window
            return Allowance(
                isAllowed: window.count <= most, remaining: max(0, most - window.count),
                seconds: max(1, Int((window.start + length - now + 999) / 1_000)))
        }
    }
}

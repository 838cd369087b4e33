import CRM

/// Counts in windows of time, each of which begins with its first request.
struct RateWindows {
    struct Window {
        let start: Milliseconds
        let length: Milliseconds
        var count = 0

        func isOver(_ now: Milliseconds) -> Bool { now - start >= length || now < start }
    }

    /// The windows that are open, and now and then some that are over.
    private var open: [RateKey: Window] = [:]
    private var sweepsAt = Self.fewest

    private static let fewest = 100_000
    private static let most = 400_000

    /// One more in the window of a key, or as many as it is worth.
    mutating func take(_ key: RateKey, _ count: Int = 1, length: Milliseconds, now: Milliseconds) -> Window {
        if open.count >= sweepsAt { sweep(now) }
        var window = open[key] ?? Window(start: now, length: length)
        if window.isOver(now) { window = Window(start: now, length: length) }
        window.count += count
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

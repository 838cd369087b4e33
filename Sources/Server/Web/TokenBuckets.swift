import CRM

/// Who may still send how many events: what was taken comes back at an even rate, up to the burst.
struct TokenBuckets {
    private struct Bucket {
        var level: Double
        var at: Milliseconds

        /// A clock that ran backwards brings nothing back.
        func level(of rate: EventRate, at now: Milliseconds) -> Double {
            min(rate.burst, level + Double(max(0, now - at)) / 1_000 * rate.perSecond)
        }
    }

    private struct Entry {
        var bucket: Bucket
        let rate: EventRate
    }

    private var open: [RateKey: Entry] = [:]
    private var sweepsAt = Self.fewest

    private static let fewest = 100_000
    private static let most = 400_000

    /// Takes one; nil when there was one, else the seconds until there is.
    mutating func take(_ key: RateKey, _ rate: EventRate, now: Milliseconds) -> Int? {
        if open.count >= sweepsAt { sweep(now) }
        let level = open[key]?.bucket.level(of: rate, at: now) ?? rate.burst
        let isLeft = level >= 1
        open[key] = Entry(bucket: Bucket(level: isLeft ? level - 1 : level, at: now), rate: rate)
        return isLeft ? nil : max(1, Int(((1 - level) / rate.perSecond).rounded(.up)))
    }

    /// Forgets those that are full again. The next sweep waits until there are twice as many: a flood of addresses does
    /// not make every request sweep.
    private mutating func sweep(_ now: Milliseconds) {
        open = open.filter { $0.value.bucket.level(of: $0.value.rate, at: now) < $0.value.rate.burst }
        if open.count >= Self.most { open.removeAll() }
        sweepsAt = max(Self.fewest, 2 * open.count)
    }
}

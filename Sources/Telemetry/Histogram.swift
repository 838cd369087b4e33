/// How large the values were that have been seen, in fixed buckets: counts of things, or lengths of time.
///
/// An observation is two relaxed additions. A scrape that falls between them sees one value more in a bucket than in the
/// sum, which the next scrape puts right.
public final class Histogram: Sendable {
    /// What the values measure; inside, time is kept in whole nanoseconds.
    public enum Unit: Sendable {
        case count
        case seconds

        var steps: Double { self == .count ? 1 : 1e9 }
    }

    /// The upper ends of all buckets but the last, which has none; each bucket includes its end.
    let bounds: [Double]
    let unit: Unit
    private let ends: [Int]
    private let buckets: [Counter]
    private let total = Counter()

    /// - Parameter bounds: rising, in `unit`.
    public init(_ unit: Unit, bounds: [Double]) {
        precondition(zip(bounds, bounds.dropFirst()).allSatisfy(<), "the bounds of a histogram rise")
        self.unit = unit
        self.bounds = bounds
        ends = bounds.map { Int(($0 * unit.steps).rounded()) }
        buckets = (0...bounds.count).map { _ in Counter() }
    }

    /// A count; in a histogram of time, nanoseconds.
    public func observe(_ value: Int) {
        buckets[ends.firstIndex { value <= $0 } ?? ends.count].add()
        total.add(value)
    }

    public func observe(_ time: Duration) {
        let parts = time.components
        observe(Int(parts.seconds) &* 1_000_000_000 &+ Int(parts.attoseconds / 1_000_000_000))
    }

    var counts: [Int] { buckets.map(\.value) }
    var sum: Double { Double(total.value) / unit.steps }

    /// How many values have been seen.
    public var count: Int { counts.reduce(0, +) }
}

extension Histogram {
    /// For the time of a transaction or a request: from half a millisecond to ten seconds.
    public static func ofLatencies() -> Histogram {
        Histogram(
            .seconds,
            bounds: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10])
    }

    /// For the time of a job: from ten milliseconds to an hour.
    public static func ofJobs() -> Histogram {
        Histogram(.seconds, bounds: [0.01, 0.1, 1, 10, 60, 600, 3_600])
    }

    /// For how many things went together: from one to a thousand and more.
    public static func ofSizes() -> Histogram {
        Histogram(.count, bounds: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024])
    }
}

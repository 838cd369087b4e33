/// How long something took, over many samples, in nanoseconds.
///
/// The best sample is the one that nothing else on the machine disturbed.
struct Timing {
    let best: Double
    let median: Double

    /// Short work is repeated within a sample, until the clock's own steps no longer count.
    static func of(samples: Int, _ work: () -> Void) -> Timing {
        let clock = ContinuousClock()
        let once = clock.measure(work)
        let repeats = max(1, Int(shortestSample / max(once, .nanoseconds(1))))
        let figures = (0..<samples).map { _ in
            clock.measure { for _ in 0..<repeats { work() } }.nanoseconds / Double(repeats)
        }.sorted()
        return Timing(best: figures.first ?? 0, median: figures.isEmpty ? 0 : figures[figures.count / 2])
    }

    func divided(by count: Int) -> Timing {
        Timing(best: best / Double(count), median: median / Double(count))
    }

    private static let shortestSample = Duration.milliseconds(2)
}

extension Duration {
    fileprivate var nanoseconds: Double {
        Double(components.seconds) * 1e9 + Double(components.attoseconds) / 1e9
    }
}

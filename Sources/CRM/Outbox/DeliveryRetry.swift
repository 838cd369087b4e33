/// When a request is sent again: soon at first, then less and less often, for three days.
enum DeliveryRetry {
    static let patience: Milliseconds = 3 * .day
    private static let first: Milliseconds = 10 * .second
    private static let longest: Milliseconds = 6 * .hour
    /// The longest that a receiver may ask to be left alone.
    private static let longestAsked: Milliseconds = .hour
    private static let longestQuiet: Milliseconds = 10 * .minute

    /// When a delivery is due after so many failures; nil when it is given up.
    ///
    /// - Parameter chance: 0 to 1; spreads what failed together, by up to a half of the pause.
    static func next(
        attempts: Int, createdAt: Milliseconds, asked: Milliseconds?, chance: Double, now: Milliseconds
    ) -> Milliseconds? {
        let pause = max(spread(doubled(first, attempts - 1, longest), chance), asked.map { min($0, longestAsked) } ?? 0)
        let moment = now + pause
        return moment <= createdAt + patience ? moment : nil
    }

    /// Until when a receiver that has failed so often in a row is left alone.
    static func quiet(failures: Int, asked: Milliseconds?, chance: Double, now: Milliseconds) -> Milliseconds {
        let pause = spread(doubled(5 * .second, failures - 1, longestQuiet), chance)
        return now + max(pause, asked.map { min($0, longestAsked) } ?? 0)
    }

    private static func doubled(_ pause: Milliseconds, _ times: Int, _ most: Milliseconds) -> Milliseconds {
        min(pause << Milliseconds(min(max(times, 0), 20)), most)
    }

    private static func spread(_ pause: Milliseconds, _ chance: Double) -> Milliseconds {
        Milliseconds(Double(pause) * (1 - 0.5 * min(max(chance, 0), 1)))
    }
}

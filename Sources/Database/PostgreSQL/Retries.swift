/// How often and for how long one transaction is tried, each pause longer than the last and none like its neighbour's.
struct Retries {
    private let patience: Duration
    /// Counted from the first time that the server was gone.
    private var deadline: ContinuousClock.Instant?
    private var conflicts = 0
    private var looks = 0
    private var connections = 0

    /// - Parameter patience: how long a server that has gone is waited for.
    init(patience: Duration = .seconds(8)) { self.patience = patience }

    /// Nil when it is to be given up.
    mutating func pause(before remedy: PostgresTransaction.Remedy) -> Duration? {
        switch remedy {
        case .again:
            conflicts += 1
            return conflicts <= 20 ? Self.pause(after: conflicts, first: 2, longest: 200) : nil
        case .lookAgain:
            looks += 1
            return looks <= 5 ? Self.pause(after: looks, first: 2, longest: 20) : nil
        case .reconnect:
            connections += 1
            // The first is free: a connection that had been idle may be dead, and the server alive.
            let end = deadline ?? .now + patience
            deadline = end
            return .now < end ? Self.pause(after: connections - 1, first: 50, longest: 1_000) : nil
        case .nothing:
            return nil
        }
    }

    private static func pause(after failures: Int, first: Int, longest: Int) -> Duration {
        guard failures > 0 else { return .zero }
        let whole = min(longest, first << min(failures - 1, 16))
        return .microseconds(Int.random(in: whole * 500...whole * 1_000))
    }
}

import Synchronization

/// Lets a few lines a second through, so that a flood of refusals does not become a flood of lines.
final class LineBudget: Sendable {
    private let perSecond: Int
    private let state: Mutex<(second: ContinuousClock.Instant, written: Int, kept: Int)>

    init(perSecond: Int, from start: ContinuousClock.Instant = .now) {
        self.perSecond = perSecond
        state = Mutex((start, 0, 0))
    }

    /// Nil when the line is one too many; else how many were kept back since the last one that was written.
    func take(at now: ContinuousClock.Instant = .now) -> Int? {
        state.withLock { state in
            if now - state.second >= .seconds(1) { (state.second, state.written) = (now, 0) }
            guard state.written < perSecond else {
                state.kept += 1
                return nil
            }
            state.written += 1
            defer { state.kept = 0 }
            return state.kept
        }
    }
}

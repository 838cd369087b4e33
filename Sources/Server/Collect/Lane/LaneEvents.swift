import Hummingbird

/// A request of the lane, judged.
final class LaneEvents: Sendable {
    let request: Request
    let judged: JudgedRequest
    let start: ContinuousClock.Instant

    init(request: Request, judged: JudgedRequest, start: ContinuousClock.Instant) {
        self.request = request
        self.judged = judged
        self.start = start
    }
}

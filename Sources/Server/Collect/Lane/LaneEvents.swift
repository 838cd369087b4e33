import Hummingbird

/// A request of the lane, judged.
struct LaneEvents: Sendable {
    let request: Request
    let judged: JudgedRequest
    let start: ContinuousClock.Instant
}

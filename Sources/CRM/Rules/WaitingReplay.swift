import Database

/// A replay that waits for a step, before anything is read of it that could be unreadable.
struct WaitingReplay: Sendable {
    let account: AccountID
    let id: ReplayID
    let revision: Int?
    let step: Int
    let leaseOwner: String?
    let leaseUntil: Milliseconds

    func isHeld(by runner: RunnerID, at now: Milliseconds) -> Bool {
        leaseOwner == runner.text && leaseUntil > now
    }
}

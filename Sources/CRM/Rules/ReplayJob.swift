import Attribution
import Database

/// A replay as the one who runs it sees it: where it stands, and what has been counted.
struct ReplayJob: Sendable {
    /// What is judged, in this order.
    enum Phase: String, Sendable, SQLConvertible {
        case sessions, attributions
    }

    let account: AccountID
    let id: ReplayID
    let kind: Replay.Kind
    let revision: Int?
    let draftVersion: RuleDraftVersion?
    /// The revision whose view is compared with.
    let base: Int
    var phase: Phase
    /// The newest rows come first: what is left lies before these.
    var sessionCursor: SessionID?
    var attributionCursor: AttributionID?
    /// Counts the steps, so that none is taken twice.
    let step: Int
    var done: Int
    var total: Int?
    var tally: ReplayTally

    var key: Scoped<ReplayID> { Scoped(account, id) }
}

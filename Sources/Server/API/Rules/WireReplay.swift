import Attribution
import CRM

/// A preview or a publication: how far it is, and what it found so far.
struct WireReplay: Encodable {
    let id: String
    let kind: String
    let state: String
    @OrNull var revision: Int?
    /// The state of the draft that is judged by.
    @OrNull var draftVersion: String?
    let startedBy: String
    let startedAt: String
    @OrNull var finishedAt: String?
    let done: Int
    @OrNull var total: Int?
    let first: Moves
    let latest: Moves
    let touches: Moves
    let rules: [Rule]
    let samples: [Sample]

    /// How many move from which source to which.
    struct Moves: Encodable {
        let total: Int
        let moved: Int
        let moves: [Move]
    }

    struct Move: Encodable {
        let from: String
        let to: String
        let count: Int
    }

    struct Rule: Encodable {
        let number: String
        let sessions: Int
        let sessionsMoved: Int
        let contacts: Int
        let contactsMoved: Int
    }

    struct Sample: Encodable {
        /// `first`, `latest` or `touches`.
        let view: String
        let from: String
        let to: String
        @OrNull var contactId: String?
        @OrNull var sessionId: String?
        let url: String
        @OrNull var referrer: String?
        @OrNull var ruleBefore: String?
        let ruleAfter: String
    }

    init(_ replay: Replay) {
        id = replay.id.rawValue
        kind = replay.kind.rawValue
        state = replay.state.rawValue
        revision = replay.revision
        draftVersion = replay.draftVersion?.rawValue
        startedBy = replay.author
        startedAt = replay.startedAt.iso8601
        finishedAt = replay.finishedAt?.iso8601
        done = replay.done
        total = replay.total
        first = Moves(replay.result.first)
        latest = Moves(replay.result.latest)
        touches = Moves(replay.result.touches)
        rules = replay.result.rules.map {
            Rule(
                number: $0.number, sessions: $0.sessions, sessionsMoved: $0.sessionsMoved, contacts: $0.contacts,
                contactsMoved: $0.contactsMoved)
        }
        samples = replay.result.samples.map(Sample.init)
    }
}

extension WireReplay.Moves {
    fileprivate init(_ matrix: SourceMatrix) {
        total = matrix.total
        moved = matrix.moved
        moves = matrix.moves.map { .init(from: $0.from.rawValue, to: $0.to.rawValue, count: $0.count) }
    }
}

extension WireReplay.Sample {
    fileprivate init(_ sample: ReplaySample) {
        view = sample.view.rawValue
        from = sample.from.rawValue
        to = sample.to.rawValue
        contactId = sample.contact?.rawValue
        sessionId = sample.session?.description
        url = sample.landingURL
        referrer = sample.landingReferrer
        ruleBefore = sample.oldRule
        ruleAfter = sample.newRule
    }
}

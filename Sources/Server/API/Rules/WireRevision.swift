import CRM

/// One page of the history of rules.
struct WireRevisions: Encodable {
    let revisions: [WireRevision]
}

/// One published state of the rules.
struct WireRevision: Encodable {
    let revision: Int
    let state: String
    let isCurrent: Bool
    let canBeRestored: Bool
    let ruleSet: String
    let ruleSetVersion: Int
    let ownRules: Int
    let startedAt: String
    @OrNull var publishedAt: String?
    @OrNull var publishedBy: String?
    @OrNull var comment: String?
    @OrNull var moved: MovedCounts?

    init(_ revision: RuleRevision) {
        self.revision = revision.number
        state = revision.state.rawValue
        isCurrent = revision.isCurrent
        canBeRestored = revision.canBeRestored
        ruleSet = revision.ruleSet.rawValue
        ruleSetVersion = revision.ruleSetVersion
        ownRules = revision.ownRuleCount
        startedAt = revision.startedAt.iso8601
        publishedAt = revision.publishedAt?.iso8601
        publishedBy = revision.author
        comment = revision.comment
        moved = revision.moved
    }
}

/// What came of asking for an earlier revision.
struct WireRestoration: Encodable {
    enum Outcome: String, Encodable {
        /// It is in force.
        case restored
        /// History is judged by it first; `replay` says how far that is.
        case started
    }

    let outcome: Outcome
    @OrNull var replay: WireReplay?

    init(outcome: Outcome, replay: WireReplay? = nil) {
        self.outcome = outcome
        self.replay = replay
    }
}

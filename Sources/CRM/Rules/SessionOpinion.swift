import Attribution

/// What a revision says of a session, where that differs from its locked verdict.
struct SessionOpinion: Sendable {
    let session: SessionID
    let source: Source
    let ruleNumber: String
    let subLabel: String?

    init(session: SessionID, _ decision: Decision) {
        self.session = session
        source = decision.source
        ruleNumber = decision.rule.number
        subLabel = decision.subLabel
    }

    /// Nil where the decision says what the verdict says.
    init?(session: SessionID, _ decision: Decision, besides locked: SessionVerdict) {
        self.init(session: session, decision)
        guard source != locked.source || ruleNumber != locked.ruleNumber || subLabel != locked.subLabel else {
            return nil
        }
    }
}

import Attribution
import CRM
import Testing

/// What the owner does with rules.
extension Site {
    static let owner = "owner@clinic.example"

    /// A draft over whatever draft there is.
    @discardableResult
    func draft(_ rules: OwnRule..., in ruleSet: RuleSet = .classic, at moment: Milliseconds = .on(20)) async throws
        -> RuleDraft
    {
        let before = try await crm.rules.draft(account)
        return try await crm.rules.saveDraft(
            account, RuleBook(ruleSet, ownRules: rules), replacing: before?.version, by: Self.owner, now: moment)
    }

    /// Takes steps until nothing waits for one.
    func runReplays(at moment: Milliseconds = .on(20), rows: Int = 20_000) async throws {
        while try await crm.rules.runOneChunk(now: moment, rows: rows) {}
    }

    /// Looks at what the draft would change.
    func preview(at moment: Milliseconds = .on(20), rows: Int = 20_000) async throws -> ReplayDiff {
        let id = try await crm.rules.startPreview(account, by: Self.owner, now: moment)
        try await runReplays(at: moment, rows: rows)
        let replay = try #require(try await crm.rules.replay(account, id))
        #expect(replay.state == .done)
        return replay.result
    }

    /// Publishes these rules and waits until they are in use.
    @discardableResult
    func publish(_ rules: OwnRule..., at moment: Milliseconds = .on(20), rows: Int = 20_000) async throws -> Int {
        let before = try await crm.rules.draft(account)
        _ = try await crm.rules.saveDraft(
            account, RuleBook(.classic, ownRules: rules), replacing: before?.version, by: Self.owner, now: moment)
        let id = try await startPublication(at: moment)
        try await runReplays(at: moment, rows: rows)
        return try #require(try await crm.rules.replay(account, id)?.revision)
    }

    func startPublication(at moment: Milliseconds = .on(20)) async throws -> ReplayID {
        try await crm.rules.startPublication(account, comment: "Podcasts", by: Self.owner, now: moment)
    }

    /// The source of a contact's first attribution as the book in use sees it.
    func firstSource(of contact: ContactDetail) async throws -> Source? {
        guard let first = contact.contact.first else { return nil }
        return try await crm.rules.opinions(account, [first.id])[first.id]?.source ?? first.source
    }

    /// The source of a session as the book in use sees it.
    func source(of visit: Visit) async throws -> Source? {
        let id = try #require(visit.session)
        if let opinion = try await crm.rules.opinions(account, [id])[id] { return opinion.source }
        return try await lockedSource(of: id)
    }

    private func lockedSource(of session: SessionID) async throws -> Source? {
        try await house.database.read { [account] connection in
            try connection.row(
                "select source from sessions where account_id = $1 and id = $2", [account, session])?["source"]
        }
    }
}

extension OwnRule {
    /// `utm_source=podcast` is a referral of its own kind.
    static let podcast = OwnRule(
        name: "Podcast", conditions: [OwnCondition(.parameter("utm_source"), .equals, "podcast")], source: .referral,
        subLabel: "Podcasts")

    /// A page that ads alone lead to.
    static let offer = OwnRule(
        name: "Offer page", conditions: [OwnCondition(.landingPath, .startsWith, "/offer")], source: .paidSocial)

    /// Whoever comes from the sister site is nobody's referral.
    static let sister = OwnRule(
        name: "Sister site", conditions: [OwnCondition(.referrerHost, .equals, "sister.example")], source: .direct)
}

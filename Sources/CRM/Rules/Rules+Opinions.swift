import Database

extension Rules {
    /// What the book in use says of these attributions, where that differs from the verdicts they were locked with.
    public func opinions(
        _ account: AccountID, _ attributions: [AttributionID]
    ) async throws -> [AttributionID: SecondOpinion] {
        try await database.read { connection in
            let revision = try RuleStore.current(connection, account)
            return try OpinionStore.opinions(connection, account, revision, attributions)
        }
    }

    /// What the book in use says of these sessions, where that differs from the verdicts they were locked with.
    public func opinions(
        _ account: AccountID, _ sessions: [SessionID]
    ) async throws -> [SessionID: SecondOpinion] {
        try await database.read { connection in
            let revision = try RuleStore.current(connection, account)
            return try OpinionStore.opinions(connection, account, revision, sessions)
        }
    }
}

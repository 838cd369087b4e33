import Database

extension Accounts {
    /// Deletes an account with everything in it: nobody finds it from now on, and `AccountRemoval` takes its rows away.
    ///
    /// - Throws: `NotFound.account`.
    public func close(_ account: AccountID, by actor: AuditActor, now: Milliseconds) async throws {
        try await change { connection in
            let locationID = try AccountStore.account(connection, account).locationID
            guard try AccountRemovalStore.close(connection, account, at: now) else { throw NotFound.account }
            try Audit.note(connection, nil, .accountDeleted, locationID, by: actor, at: now)
        }
    }
}

import Database

extension Accounts {
    public func addDomain(
        _ host: String, to account: AccountID, by actor: AuditActor, now: Milliseconds
    ) async throws {
        let host = try AccountError.checked(host: host)
        try await change(account, "domain added: \(host)", by: actor, now: now) {
            try AccountStore.addDomains($0, account, [host])
        }
    }

    public func removeDomain(
        _ host: String, from account: AccountID, by actor: AuditActor, now: Milliseconds
    ) async throws {
        try await change(account, "domain removed: \(host)", by: actor, now: now) {
            try AccountStore.removeDomain($0, account, host)
        }
    }

    public func addExcludedReferrer(
        _ host: String, to account: AccountID, by actor: AuditActor, now: Milliseconds
    ) async throws {
        let host = try AccountError.checked(host: host)
        try await change(account, "excluded referrer added: \(host)", by: actor, now: now) {
            try AccountStore.addExcludedReferrers($0, account, [host])
        }
    }

    public func removeExcludedReferrer(
        _ host: String, from account: AccountID, by actor: AuditActor, now: Milliseconds
    ) async throws {
        try await change(account, "excluded referrer removed: \(host)", by: actor, now: now) {
            try AccountStore.removeExcludedReferrer($0, account, host)
        }
    }

    private func change(
        _ account: AccountID, _ subject: String, by actor: AuditActor, now: Milliseconds,
        _ body: @escaping @Sendable (Connection) throws -> Void
    ) async throws {
        try await change { connection in
            try body(connection)
            try Audit.note(connection, account, .settingChanged, subject, by: actor, at: now)
        }
    }
}

import Database

extension Dashboards {
    /// The links of a dashboard that are not revoked, the newest first.
    public func links(_ account: AccountID, _ id: DashboardID) async throws -> [DashboardLink] {
        try await database.read { try DashboardLinkStore.all($0, account, id) }
    }

    /// Makes an address for people without a sign-in.
    ///
    /// - Returns: the link and its secret, the end of `/d/<secret>`: nobody can look it up later.
    /// - Throws: `InvalidDashboard`, `NotFound.dashboard`.
    public func share(
        _ account: AccountID, _ id: DashboardID, name: String, days: Int, by actor: AuditActor, now: Milliseconds
    ) async throws -> (link: DashboardLink, secret: String) {
        guard (1...DashboardLink.longestLife).contains(days) else { throw InvalidDashboard(problems: [.lifetime]) }
        let secret = ids.letters(DashboardLink.secretLength)
        let link = DashboardLink(
            id: ids.identifier(at: now), dashboard: id,
            name: name.trimmed.cut(to: DashboardLink.longestName).nonEmpty ?? "Link", createdAt: now,
            expiresAt: now + Milliseconds(days) * .day)
        try await database.write { connection in
            _ = try Self.found(connection, account, id)
            guard try DashboardLinkStore.countGood(connection, account, id, now: now) < DashboardLink.most else {
                throw InvalidDashboard(problems: [.tooManyLinks])
            }
            try DashboardLinkStore.insert(connection, account, link, hash: Secret.hash(secret))
            try Audit.note(connection, account, .dashboardShared, id.rawValue, by: actor, at: now)
        }
        return (link, secret)
    }

    /// The address leads nowhere from then on.
    ///
    /// - Throws: `NotFound.dashboard`.
    public func revoke(
        _ account: AccountID, _ id: DashboardID, _ link: DashboardLinkID, by actor: AuditActor, now: Milliseconds
    ) async throws {
        try await database.write { connection in
            guard try DashboardLinkStore.revoke(connection, account, id, link, now: now) else {
                throw NotFound.dashboard
            }
            try Audit.note(connection, account, .dashboardLinkRevoked, id.rawValue, by: actor, at: now)
        }
    }

    /// What a secret leads to; nil for one that is unknown, revoked or expired, and where the account is closed.
    public func shared(_ secret: String, now: Milliseconds) async throws -> SharedDashboard? {
        guard secret.utf8.count == DashboardLink.secretLength else { return nil }
        let hash = Secret.hash(secret)
        return try await database.read { connection in
            guard let found = try DashboardLinkStore.link(connection, hash: hash), found.link.isGood(at: now),
                let dashboard = try DashboardStore.dashboard(connection, found.account, found.link.dashboard)
            else { return nil }
            return SharedDashboard(
                account: try AccountStore.account(connection, found.account), dashboard: dashboard, link: found.link)
        }
    }
}

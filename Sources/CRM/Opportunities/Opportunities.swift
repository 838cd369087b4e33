import Database

/// The opportunities of an account: lists, sums, and what people and programs do to them.
public struct Opportunities: Sendable {
    let database: Database
    let ids: IDSource

    public func page(_ account: AccountID, _ query: OpportunityQuery) async throws -> OpportunityPage {
        try await database.read { try OpportunitySearch.page($0, account, query) }
    }

    /// What a query finds, whatever its page, counted and added up.
    public func totals(_ account: AccountID, _ query: OpportunityQuery) async throws -> [OpportunityTotal] {
        try await database.read { try OpportunitySearch.totals($0, account, query) }
    }

    /// - Parameter access: whose contacts there are for the asker.
    /// - Throws: `NotFound.opportunity`.
    public func detail(
        _ account: AccountID, _ id: OpportunityID, for access: ContactAccess = .everything
    ) async throws -> OpportunityDetail {
        try await database.read { connection in
            let opportunity = try OpportunityStore.opportunity(connection, account, id)
            guard let detail = try OpportunitySearch.details(connection, account, [opportunity]).first,
                access == .everything || detail.contact.contact.assignedTo == access.assignee
            else { throw NotFound.opportunity }
            return detail
        }
    }

    /// What happened to an opportunity, newest first.
    public func history(
        _ account: AccountID, of id: OpportunityID, limit: Int = 100
    ) async throws -> [OpportunityChange] {
        try await database.read {
            try OpportunityHistoryStore.history($0, account, of: id, limit: min(max(limit, 1), 1_000))
        }
    }

    /// - Throws: `NotFound.opportunity`.
    public func delete(_ account: AccountID, _ id: OpportunityID, now: Milliseconds) async throws {
        try await database.write { connection in
            var opportunity = try OpportunityStore.opportunity(connection, account, id, locked: true)
            try OpportunityStore.delete(connection, account, id)
            opportunity.updatedAt = now
            try Outbox.note(connection, opportunity.events([.opportunityDelete], account))
        }
    }

    /// Who follows after a change, and whom it concerned; in the order of their ids.
    public struct FollowerChange: Sendable, Equatable {
        public let followers: [UserID]
        public let changed: [UserID]
    }

    /// - Throws: `NotFound.opportunity`, `InvalidField` for somebody who is not a user here.
    public func follow(
        _ account: AccountID, _ id: OpportunityID, _ users: Set<UserID>, now: Milliseconds
    ) async throws -> FollowerChange {
        try await database.write { connection in
            try AssignableUsers.check(connection, account, users, field: "followers")
            _ = try OpportunityStore.opportunity(connection, account, id, locked: true)
            let before = try OpportunityStore.followers(connection, account, [id])[id] ?? []
            let added = users.subtracting(before).sorted()
            try OpportunityStore.insertFollowers(connection, account, id, added, now: now)
            return FollowerChange(followers: (before + added).sorted(), changed: added)
        }
    }

    /// - Parameter users: nil takes everybody off.
    /// - Throws: `NotFound.opportunity`.
    public func unfollow(
        _ account: AccountID, _ id: OpportunityID, _ users: Set<UserID>?
    ) async throws -> FollowerChange {
        try await database.write { connection in
            _ = try OpportunityStore.opportunity(connection, account, id, locked: true)
            let before = try OpportunityStore.followers(connection, account, [id])[id] ?? []
            let removed = before.filter { users?.contains($0) ?? true }
            try OpportunityStore.deleteFollowers(connection, account, id, removed)
            return FollowerChange(followers: before.filter { !removed.contains($0) }, changed: removed)
        }
    }
}

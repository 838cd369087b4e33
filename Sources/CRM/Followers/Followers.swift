import Database

/// The users who want to hear of a contact.
public struct Followers: Sendable {
    let database: Database

    /// Who follows after a change, and whom the change concerned; in the order of their ids.
    public struct Change: Sendable, Equatable {
        public let followers: [UserID]
        public let changed: [UserID]

        public init(followers: [UserID], changed: [UserID]) {
            self.followers = followers
            self.changed = changed
        }
    }

    /// - Throws: `NotFound.contact`, `InvalidField` for somebody who is not a user here.
    public func add(
        _ account: AccountID, _ contact: ContactID, _ users: Set<UserID>, now: Milliseconds
    ) async throws -> Change {
        try await database.write { connection in
            try AssignableUsers.check(connection, account, users, field: "followers")
            let before = try Self.locked(connection, account, contact)
            let added = users.subtracting(before).sorted()
            try FollowerStore.insert(connection, account, contact, added, now: now)
            return Change(followers: (before + added).sorted(), changed: added)
        }
    }

    /// - Throws: `NotFound.contact`.
    public func remove(
        _ account: AccountID, _ contact: ContactID, _ users: Set<UserID>
    ) async throws -> Change {
        try await database.write { connection in
            let before = try Self.locked(connection, account, contact)
            let removed = before.filter(users.contains)
            try FollowerStore.delete(connection, account, contact, removed)
            return Change(followers: before.filter { !users.contains($0) }, changed: removed)
        }
    }

    private static func locked(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID
    ) throws -> [UserID] {
        guard try ContactStore.lock(connection, account, contact) else { throw NotFound.contact }
        let key = Scoped(account, contact)
        return try FollowerStore.followers(connection, [key])[key] ?? []
    }
}

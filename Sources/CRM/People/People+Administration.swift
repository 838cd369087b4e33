import Database

extension People {
    /// Sets what somebody may do and see; their sessions go on, with the new rights from the next request on.
    ///
    /// - Throws: `NotFound.user`, `PersonError.lastAdministrator`.
    public func change(
        _ id: UserID, role: User.Role, access: UserAccess, by actor: AuditActor, now: Milliseconds
    ) async throws {
        try await database.write(.readCommitted) { connection in
            let user = try Self.locked(connection, id)
            if user.role == .admin, role != .admin { try Self.keepAnAdministrator(connection, besides: id) }
            try PeopleStore.save(connection, id, role)
            try PeopleStore.save(connection, id, access)
            if user.role != role {
                try Audit.note(connection, nil, .userRoleChanged, id.rawValue, by: actor, at: now)
            }
            if user.access != access {
                try Audit.note(connection, nil, .userAccessChanged, id.rawValue, by: actor, at: now)
            }
        }
    }

    /// Ends every session of somebody.
    ///
    /// - Throws: `NotFound.user`.
    public func signOutEverywhere(_ id: UserID, by actor: AuditActor, now: Milliseconds) async throws {
        try await database.write { connection in
            guard try PeopleStore.user(connection, id) != nil else { throw NotFound.user }
            try PeopleStore.deleteSessions(connection, of: id, but: nil)
            try Audit.note(connection, nil, .userSignedOutEverywhere, id.rawValue, by: actor, at: now)
        }
    }

    /// Deletes somebody: their sessions end, their password and their links are gone, the address is free, and what was
    /// given to them is nobody's. The name stays in the audit log.
    ///
    /// - Throws: `NotFound.user`, `PersonError.lastAdministrator`.
    public func delete(_ id: UserID, by actor: AuditActor, now: Milliseconds) async throws {
        try await database.write(.readCommitted) { connection in
            let user = try Self.locked(connection, id)
            if user.role == .admin { try Self.keepAnAdministrator(connection, besides: id) }
            try PeopleStore.deleteSessions(connection, of: id, but: nil)
            try PeopleStore.deleteLinks(connection, of: id)
            try PeopleStore.save(connection, id, UserAccess(accounts: []))
            try PeopleStore.delete(connection, id, now: now)
            try AssignableUsers.release(connection, id)
            try Audit.note(connection, nil, .userDeleted, id.rawValue, by: actor, at: now)
        }
    }

    /// "people", as a number that nothing else is locked by: two administrators who take the role from each other at the
    /// same moment must not both succeed.
    private static let lock: Int64 = 0x7065_6F70_6C65

    private static func locked(_ connection: Connection, _ id: UserID) throws -> User {
        try connection.lock([lock])
        guard let user = try PeopleStore.user(connection, id) else { throw NotFound.user }
        return user
    }

    private static func keepAnAdministrator(_ connection: Connection, besides id: UserID) throws {
        guard try PeopleStore.hasAdministrator(connection, besides: id) else { throw PersonError.lastAdministrator }
    }
}

import Database

extension People {
    /// How long somebody has to follow a link that an administrator gave them.
    public static let linkLength: Milliseconds = 2 * .day

    /// Sets another password for oneself; every session but the one that asks ends.
    ///
    /// - Throws: `PersonError`.
    public func changePassword(
        of user: User, from old: String, to new: String, keeping session: String, now: Milliseconds
    ) async throws {
        let bucket = SignInThrottle.bucket("email", user.email.key)
        if let wait = try await count([bucket], now: now) { throw PersonError.throttled(seconds: wait) }
        guard let found = try await database.read({ try PeopleStore.user($0, emailKey: user.email.key) }) else {
            throw NotFound.user
        }
        guard let matches = try await matches(found.hash, old) else {
            throw PersonError.throttled(seconds: Self.crowdedSeconds)
        }
        guard matches else { throw PersonError.wrongPassword }
        let hash = try await hash(new)
        try await database.write { connection in
            try PeopleStore.save(connection, user.id, hash)
            try PeopleStore.deleteSessions(connection, of: user.id, but: Secret.hash(session))
            try PeopleStore.deleteLinks(connection, of: user.id)
            try SignInThrottle.clear(connection, [bucket])
            try Audit.note(connection, nil, .userPasswordChanged, user.id.rawValue, by: .user(user.id), at: now)
        }
    }

    /// Makes somebody who chooses a password by following a link; the link's secret is shown this once.
    ///
    /// - Throws: `PersonError`.
    public func invite(
        email: String, role: User.Role, access: UserAccess, by actor: AuditActor, now: Milliseconds
    ) async throws -> (user: User, secret: String) {
        guard let address = EmailAddress(email) else { throw PersonError.email }
        let secret = ids.letters(43)
        // A hash of nothing: no password belongs to it until the link is followed.
        let user = try await insert(address, role, Self.nobody, access, by: actor, now: now) { connection, user in
            try PeopleStore.insertLink(
                connection, user.id, hash: Secret.hash(secret), expiresAt: now + Self.linkLength, now: now)
        }
        return (user, secret)
    }

    /// Makes a link by which somebody chooses another password, once. The old password is good until then.
    ///
    /// - Throws: `NotFound.user`.
    public func resetLink(for id: UserID, by actor: AuditActor, now: Milliseconds) async throws -> String {
        let secret = ids.letters(43)
        try await database.write { connection in
            guard try PeopleStore.user(connection, id) != nil else { throw NotFound.user }
            try PeopleStore.deleteLinks(connection, of: id)
            try PeopleStore.insertLink(
                connection, id, hash: Secret.hash(secret), expiresAt: now + Self.linkLength, now: now)
            try Audit.note(connection, nil, .userPasswordReset, id.rawValue, by: actor, at: now)
        }
        return secret
    }

    /// Whose link it is; nil when it is good no more.
    public func user(link secret: String, now: Milliseconds) async throws -> User? {
        try await database.read { try PeopleStore.user($0, linkHash: Secret.hash(secret), now: now) }
    }

    /// Follows a link: sets the password, ends every session, and the link is used up.
    ///
    /// - Throws: `PersonError`.
    public func setPassword(link secret: String, to new: String, now: Milliseconds) async throws -> User {
        guard try await user(link: secret, now: now) != nil else { throw PersonError.link }
        let hash = try await hash(new)
        return try await database.write { connection in
            guard let user = try PeopleStore.user(connection, linkHash: Secret.hash(secret), now: now) else {
                throw PersonError.link
            }
            try PeopleStore.save(connection, user.id, hash)
            try PeopleStore.deleteSessions(connection, of: user.id, but: nil)
            try PeopleStore.deleteLinks(connection, of: user.id)
            try SignInThrottle.clear(connection, [SignInThrottle.bucket("email", user.email.key)])
            try Audit.note(connection, nil, .userPasswordChanged, user.id.rawValue, by: .user(user.id), at: now)
            return user
        }
    }
}

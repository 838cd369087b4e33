import Database

/// The people who sign in to the console, and their sessions.
public struct People: Sendable {
    let database: Database
    let ids: IDSource
    let desk = PasswordDesk()

    init(database: Database, ids: IDSource) {
        self.database = database
        self.ids = ids
    }

    /// How long a console session lasts without a sign-in.
    public static let sessionLength: Milliseconds = 14 * .day

    /// - Throws: `PersonError`.
    public func create(
        email: String, role: User.Role, password: String, access: UserAccess = UserAccess(),
        by actor: AuditActor = .server, now: Milliseconds
    ) async throws -> User {
        guard let address = EmailAddress(email) else { throw PersonError.email }
        let hash = try await self.hash(password)
        return try await insert(address, role, hash, access, by: actor, now: now) { _, _ in }
    }

    func insert(
        _ address: EmailAddress, _ role: User.Role, _ hash: PasswordHash, _ access: UserAccess, by actor: AuditActor,
        now: Milliseconds, then more: @escaping @Sendable (Connection, User) throws -> Void
    ) async throws -> User {
        let user = User(id: ids.identifier(at: now), email: address, role: role, access: access, createdAt: now)
        try await database.write { connection in
            guard try PeopleStore.user(connection, emailKey: address.key) == nil else { throw PersonError.taken }
            try PeopleStore.insert(connection, user, hash)
            try PeopleStore.save(connection, user.id, access)
            try Audit.note(connection, nil, .userCreated, user.id.rawValue, by: actor, at: now)
            try more(connection, user)
        }
        return user
    }

    /// The hash of a new password.
    ///
    /// - Throws: `PersonError.password`, `PersonError.throttled`.
    func hash(_ password: String) async throws -> PasswordHash {
        guard (10...1_000).contains(password.count) else { throw PersonError.password }
        let salt = ids.bytes(16)
        guard let hash = try await desk.run({ try PasswordHash(password: password, salt: salt) }) else {
            throw PersonError.throttled(seconds: Self.crowdedSeconds)
        }
        return hash
    }

    /// How long whoever finds too many others before the desk is told to wait.
    static let crowdedSeconds = 5

    /// In the order of their addresses; those who were deleted are not among them.
    public func all() async throws -> [User] {
        try await database.read { try PeopleStore.all($0) }
    }

    /// - Throws: `NotFound.user`.
    public func user(_ id: UserID) async throws -> User {
        try await database.read { connection in
            guard let user = try PeopleStore.user(connection, id) else { throw NotFound.user }
            return user
        }
    }

    public func session(token: String, now: Milliseconds) async throws -> ConsoleSession? {
        try await database.read { try PeopleStore.session($0, tokenHash: Secret.hash(token), now: now) }
    }

    public func signOut(token: String) async throws {
        try await database.write { try PeopleStore.deleteSession($0, tokenHash: Secret.hash(token)) }
    }
}

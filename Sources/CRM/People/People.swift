import Database

/// The people who sign in to the console, and their sessions.
public struct People: Sendable {
    let database: Database
    let ids: IDSource

    /// How long a console session lasts without a sign-in.
    public static let sessionLength: Milliseconds = 14 * .day

    /// - Throws: `PersonError`.
    public func create(email: String, role: User.Role, password: String, now: Milliseconds) async throws -> User {
        guard let address = EmailAddress(email) else { throw PersonError.email }
        guard (10...1_000).contains(password.count) else { throw PersonError.password }
        let user = User(id: ids.identifier(at: now), email: address, role: role, createdAt: now)
        let hash = try PasswordHash(password: password, salt: ids.bytes(16))
        try await database.write { connection in
            guard try PeopleStore.user(connection, emailKey: address.key) == nil else { throw PersonError.taken }
            try PeopleStore.insert(connection, user, hash)
        }
        return user
    }

    public func all() async throws -> [User] {
        try await database.read { try PeopleStore.all($0) }
    }

    /// What came of a try to sign in.
    public enum SignIn: Sendable {
        case welcome(ConsoleSession, token: String)
        case refused
        /// Too many tries of this address or for this account of a person; try again after so many seconds.
        case throttled(seconds: Int)
    }

    /// Opens a console session. Tries are counted in the database, so that the limit holds across nodes.
    ///
    /// - Parameter client: the caller's IP address; only its hash is kept, and only for the time of the throttle.
    public func signIn(email: String, password: String, client: String, now: Milliseconds) async throws -> SignIn {
        let key = EmailAddress(email)?.key ?? email.trimmed.lowercased()
        let buckets = [SignInThrottle.bucket("email", key), SignInThrottle.bucket("client", client)]
        let ids = ids
        // Counted before the costly comparison: many tries at once must not all pass while none has failed yet.
        let wait = try await database.write(.readCommitted) { connection in
            try SignInThrottle.lock(connection, buckets)
            let seconds = try SignInThrottle.wait(connection, buckets, now: now)
            if seconds == nil { try SignInThrottle.add(connection, buckets, id: ids.letters(8), now: now) }
            return seconds
        }
        if let wait { return .throttled(seconds: wait) }
        let found = try await database.read { try PeopleStore.user($0, emailKey: key) }
        // An unknown address costs as much time as a known one.
        let matches = (found?.hash ?? Self.nobody).matches(password)
        guard let found, matches else { return .refused }
        let token = ids.letters(43)
        let session = ConsoleSession(
            user: found.user, csrfToken: ids.letters(43), expiresAt: now + Self.sessionLength)
        try await database.write { connection in
            try PeopleStore.insert(connection, session, tokenHash: Secret.hash(token), now: now)
            try SignInThrottle.clear(connection, buckets)
        }
        return .welcome(session, token: token)
    }

    public func session(token: String, now: Milliseconds) async throws -> ConsoleSession? {
        try await database.read { try PeopleStore.session($0, tokenHash: Secret.hash(token), now: now) }
    }

    public func signOut(token: String) async throws {
        try await database.write { try PeopleStore.deleteSession($0, tokenHash: Secret.hash(token)) }
    }

    /// The hash of no password, with the cost of a real one.
    private static let nobody = PasswordHash(
        rawValue: "scrypt$32768$8$3$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
}

/// A signed-in browser.
public struct ConsoleSession: Sendable {
    public let user: User
    /// Every form of the console carries it; a page elsewhere cannot know it.
    public let csrfToken: String
    public let expiresAt: Milliseconds
}

/// What can be wrong with a new user.
public enum PersonError: Error, Equatable, CustomStringConvertible {
    case email, password, taken

    public var description: String {
        switch self {
        case .email: "This is not a complete e-mail address."
        case .password: "A password has at least 10 characters."
        case .taken: "There is a user with this e-mail already."
        }
    }
}

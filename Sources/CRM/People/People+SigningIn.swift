import Database

extension People {
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
        if let wait = try await count(buckets, now: now) { return .throttled(seconds: wait) }
        let found = try await database.read { try PeopleStore.user($0, emailKey: key) }
        // An unknown address costs as much time as a known one.
        guard let matches = try await matches(found?.hash ?? Self.nobody, password) else {
            return .throttled(seconds: Self.crowdedSeconds)
        }
        guard let found, matches else { return .refused }
        return try await open(found.user, found.hash, clearing: buckets, now: now)
    }

    /// Opens the session of somebody whose password was right a moment ago, unless it was changed or they were deleted
    /// meanwhile.
    private func open(
        _ user: User, _ hash: PasswordHash, clearing buckets: [String], now: Milliseconds
    ) async throws -> SignIn {
        let token = ids.letters(43)
        let csrfToken = ids.letters(43)
        return try await database.write { connection in
            guard let found = try PeopleStore.user(connection, emailKey: user.email.key),
                found.hash.rawValue == hash.rawValue
            else { return .refused }
            let session = ConsoleSession(
                user: found.user, csrfToken: csrfToken, expiresAt: now + Self.sessionLength)
            try PeopleStore.insert(connection, session, tokenHash: Secret.hash(token), now: now)
            try SignInThrottle.clear(connection, buckets)
            return .welcome(session, token: token)
        }
    }

    /// Counts a try of somebody's password; the seconds to wait when there were too many.
    func count(_ buckets: [String], now: Milliseconds) async throws -> Int? {
        let ids = ids
        // Counted before the costly comparison: many tries at once must not all pass while none has failed yet.
        return try await database.write(.readCommitted) { connection in
            try SignInThrottle.lock(connection, buckets)
            let seconds = try SignInThrottle.wait(connection, buckets, now: now)
            if seconds == nil { try SignInThrottle.add(connection, buckets, id: ids.letters(8), now: now) }
            return seconds
        }
    }

    /// Nil when too many others have their passwords compared.
    func matches(_ hash: PasswordHash, _ password: String) async throws -> Bool? {
        try await desk.run { hash.matches(password) }
    }

    /// The hash of no password, with the cost of a real one.
    static let nobody = PasswordHash(
        rawValue: "scrypt$32768$8$3$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
}

import Database

/// The tokens of programs. Only a hash is stored: the token itself is shown once.
public struct Tokens: Sendable {
    let database: Database
    let ids: IDSource

    /// How often, at most, the use of a token is written down.
    static let usePrecision: Milliseconds = .minute

    /// Makes a private integration token and returns it with its secret, `pit-…`.
    ///
    /// - Parameter account: nil for one of the agency, which opens every account.
    public func create(
        _ account: AccountID?, name: String, scopes: Set<Token.Scope>, expiresAt: Milliseconds? = nil,
        by actor: AuditActor = .server, now: Milliseconds
    ) async throws -> (token: Token, secret: String) {
        let name = name.trimmed.cut(to: 100).nonEmpty ?? "Integration"
        let token = Token(
            id: ids.identifier(at: now), reach: account.map(Token.Reach.account) ?? .agency, name: name,
            scopes: scopes, createdAt: now, expiresAt: expiresAt)
        let secret = "pit-" + ids.letters(43)
        try await database.write { connection in
            try TokenStore.insert(connection, token, hash: Secret.hash(secret))
            try Audit.note(connection, account, .tokenCreated, name, by: actor, at: now)
        }
        return (token, secret)
    }

    /// The tokens of an account that are not revoked; those that have expired are among them.
    public func all(_ account: AccountID) async throws -> [Token] {
        try await database.read { try TokenStore.all($0, account) }
    }

    /// Those of the agency.
    public func agency() async throws -> [Token] {
        try await database.read { try TokenStore.agency($0) }
    }

    /// The living token with this secret, an app's access token among them; its last use is noted at most once a minute.
    public func token(secret: String, now: Milliseconds) async throws -> Token? {
        guard secret.utf8.count <= 100 else { return nil }
        let hash = Secret.hash(secret)
        let isPrivate = secret.hasPrefix("pit-")
        guard isPrivate || secret.hasPrefix(AppSecrets.accessPrefix) else { return nil }
        let found = try await database.read { connection in
            isPrivate
                ? try TokenStore.token(connection, hash: hash)
                : try AppTokenStore.access(connection, hash: hash)
        }
        guard let found, found.expiresAt.map({ now < $0 }) ?? true else { return nil }
        if now - (found.lastUsedAt ?? 0) > Self.usePrecision {
            try await database.write { connection in
                if isPrivate {
                    try TokenStore.use(connection, found, now: now)
                } else {
                    try AppTokenStore.use(connection, hash: hash, now: now)
                }
            }
        }
        return found
    }

    /// - Parameter account: nil for a token of the agency.
    /// - Throws: `NotFound.token`.
    public func revoke(
        _ account: AccountID?, _ id: TokenID, by actor: AuditActor = .server, now: Milliseconds
    ) async throws {
        try await database.write { connection in
            let tokens = try account.map { try TokenStore.all(connection, $0) } ?? TokenStore.agency(connection)
            guard try TokenStore.revoke(connection, account, id, now: now) else { throw NotFound.token }
            let name = tokens.first { $0.id == id }?.name
            try Audit.note(connection, account, .tokenRevoked, name ?? id.rawValue, by: actor, at: now)
        }
    }
}

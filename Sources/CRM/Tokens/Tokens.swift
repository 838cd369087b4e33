import Database

/// The tokens of programs. Only a hash is stored: the token itself is shown once.
public struct Tokens: Sendable {
    let database: Database
    let ids: IDSource

    /// Makes a token and returns it with its secret, `pit-…`.
    public func create(
        _ account: AccountID, name: String, scopes: Set<Token.Scope>, now: Milliseconds
    ) async throws -> (token: Token, secret: String) {
        let name = name.trimmed.cut(to: 100).nonEmpty ?? "Integration"
        let token = Token(
            id: ids.identifier(at: now), account: account, name: name, scopes: scopes, createdAt: now, lastUsedAt: nil)
        let secret = "pit-" + ids.letters(43)
        try await database.write { try TokenStore.insert($0, token, hash: Secret.hash(secret)) }
        return (token, secret)
    }

    public func all(_ account: AccountID) async throws -> [Token] {
        try await database.read { try TokenStore.all($0, account) }
    }

    /// The living token with this secret; its last use is noted at most once a minute.
    public func token(secret: String, now: Milliseconds) async throws -> Token? {
        guard secret.hasPrefix("pit-"), secret.utf8.count <= 100 else { return nil }
        let found = try await database.read { try TokenStore.token($0, hash: Secret.hash(secret)) }
        guard let found else { return nil }
        if now - (found.lastUsedAt ?? 0) > .minute {
            try await database.write { try TokenStore.use($0, found, now: now) }
        }
        return found
    }

    public func revoke(_ account: AccountID, _ id: TokenID, now: Milliseconds) async throws {
        try await database.write { connection in
            guard try TokenStore.revoke(connection, account, id, now: now) else { throw NotFound.token }
        }
    }
}

import Database

/// The SQL of tokens.
enum TokenStore {
    static func insert(_ connection: Connection, _ token: Token, hash: [UInt8]) throws {
        try connection.execute(
            """
            insert into tokens (account_id, id, name, token_hash, scopes, created_at) values ($1, $2, $3, $4, $5, $6)
            """,
            [
                token.account, token.id, token.name, hash, token.scopes.map(\.rawValue).sorted().joined(separator: " "),
                token.createdAt,
            ])
    }

    static func all(_ connection: Connection, _ account: AccountID) throws -> [Token] {
        try tokens(
            connection, "account_id = $1 and revoked_at is null order by created_at desc, id limit 1000", [account])
    }

    static func token(_ connection: Connection, hash: [UInt8]) throws -> Token? {
        try tokens(connection, "token_hash = $1 and revoked_at is null", [hash]).first
    }

    static func use(_ connection: Connection, _ token: Token, now: Milliseconds) throws {
        try connection.execute(
            "update tokens set last_used_at = $3 where account_id = $1 and id = $2", [token.account, token.id, now])
    }

    static func revoke(
        _ connection: Connection, _ account: AccountID, _ id: TokenID, now: Milliseconds
    ) throws -> Bool {
        try connection.execute(
            "update tokens set revoked_at = $3 where account_id = $1 and id = $2 and revoked_at is null",
            [account, id, now]) > 0
    }

    private static func tokens(
        _ connection: Connection, _ condition: String, _ values: [any SQLConvertible]
    ) throws -> [Token] {
        try connection.rows(
            "select id, account_id, name, scopes, created_at, last_used_at from tokens where \(condition)", values
        ).map { row in
            let scopes: String = try row["scopes"]
            return Token(
                id: try row["id"], account: try row["account_id"], name: try row["name"],
                scopes: Set(scopes.split(separator: " ").compactMap { Token.Scope(rawValue: String($0)) }),
                createdAt: try row["created_at"], lastUsedAt: try row["last_used_at"])
        }
    }
}

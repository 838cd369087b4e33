import Database

/// The SQL of private integration tokens: those of an account and those of the agency have a table each.
enum TokenStore {
    static func insert(_ connection: Connection, _ token: Token, hash: [UInt8]) throws {
        let scopes = Token.Scope.text(token.scopes)
        if let account = token.account {
            try connection.execute(
                """
                insert into tokens (account_id, id, name, token_hash, scopes, created_at, expires_at)
                values ($1, $2, $3, $4, $5, $6, $7)
                """, [account, token.id, token.name, hash, scopes, token.createdAt, token.expiresAt])
        } else {
            try connection.execute(
                """
                insert into agency_tokens (id, name, token_hash, scopes, created_at, expires_at)
                values ($1, $2, $3, $4, $5, $6)
                """, [token.id, token.name, hash, scopes, token.createdAt, token.expiresAt])
        }
    }

    static func all(_ connection: Connection, _ account: AccountID) throws -> [Token] {
        try accountTokens(
            connection, "account_id = $1 and revoked_at is null order by created_at desc, id limit 1000", [account])
    }

    static func agency(_ connection: Connection) throws -> [Token] {
        try agencyTokens(connection, "revoked_at is null order by created_at desc, id limit 1000", [])
    }

    static func token(_ connection: Connection, hash: [UInt8]) throws -> Token? {
        let condition = "token_hash = $1 and revoked_at is null"
        return try accountTokens(connection, condition, [hash]).first
            ?? agencyTokens(connection, condition, [hash]).first
    }

    static func use(_ connection: Connection, _ token: Token, now: Milliseconds) throws {
        if let account = token.account {
            try connection.execute(
                "update tokens set last_used_at = $3 where account_id = $1 and id = $2", [account, token.id, now])
        } else {
            try connection.execute("update agency_tokens set last_used_at = $2 where id = $1", [token.id, now])
        }
    }

    /// - Parameter account: nil for a token of the agency.
    /// - Returns: false when there is no such token.
    static func revoke(
        _ connection: Connection, _ account: AccountID?, _ id: TokenID, now: Milliseconds
    ) throws -> Bool {
        guard let account else {
            return try connection.execute(
                "update agency_tokens set revoked_at = $2 where id = $1 and revoked_at is null", [id, now]) > 0
        }
        return try connection.execute(
            "update tokens set revoked_at = $3 where account_id = $1 and id = $2 and revoked_at is null",
            [account, id, now]) > 0
    }

    private static func accountTokens(
        _ connection: Connection, _ condition: String, _ values: [any SQLConvertible]
    ) throws -> [Token] {
        try connection.rows("select account_id, \(columns) from tokens where \(condition)", values).map {
            try token($0, .account(try $0["account_id"]))
        }
    }

    private static func agencyTokens(
        _ connection: Connection, _ condition: String, _ values: [any SQLConvertible]
    ) throws -> [Token] {
        try connection.rows("select \(columns) from agency_tokens where \(condition)", values).map {
            try token($0, .agency)
        }
    }

    private static let columns = "id, name, scopes, created_at, last_used_at, expires_at"

    private static func token(_ row: Row, _ reach: Token.Reach) throws -> Token {
        Token(
            id: try row["id"], reach: reach, name: try row["name"], scopes: Token.Scope.read(try row["scopes"]),
            createdAt: try row["created_at"], lastUsedAt: try row["last_used_at"], expiresAt: try row["expires_at"])
    }
}

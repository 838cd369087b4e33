import Database

/// The SQL of the tokens that apps are given: those that descend from one code are a family.
enum AppTokenStore {
    enum Kind: String, SQLConvertible {
        case access, refresh
    }

    /// A token as it is stored.
    struct Stored {
        let kind: Kind
        let family: String
        let app: AppID
        /// Nil for one of the agency.
        let account: AccountID?
        let user: UserID
        let scopes: Set<Token.Scope>
        let expiresAt: Milliseconds
        var isUsed = false
        var isRevoked = false
    }

    static func insert(
        _ connection: Connection, _ token: Stored, id: TokenID, hash: [UInt8], now: Milliseconds
    ) throws {
        try connection.execute("delete from app_tokens where expires_at <= $1", [now])
        try connection.execute(
            """
            insert into app_tokens
                (token_hash, id, kind, family, app_id, account_id, user_id, scopes, created_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                hash, id, token.kind, token.family, token.app, token.account, token.user,
                Token.Scope.text(token.scopes), now, token.expiresAt,
            ])
    }

    static func stored(_ connection: Connection, hash: [UInt8]) throws -> Stored? {
        try connection.row(
            """
            select kind, family, app_id, account_id, user_id, scopes, expires_at, used_at, revoked_at
            from app_tokens where token_hash = $1
            """, [hash]
        ).map { row in
            let usedAt: Milliseconds? = try row["used_at"]
            let revokedAt: Milliseconds? = try row["revoked_at"]
            return Stored(
                kind: try row["kind"], family: try row["family"], app: try row["app_id"],
                account: try row["account_id"], user: try row["user_id"],
                scopes: Token.Scope.read(try row["scopes"]), expiresAt: try row["expires_at"],
                isUsed: usedAt != nil, isRevoked: revokedAt != nil)
        }
    }

    /// The access token with this hash, as the API's door wants it; nil when it was revoked, or the app is let in nowhere.
    static func access(_ connection: Connection, hash: [UInt8]) throws -> Token? {
        let row = try connection.row(
            """
            select tokens.id, tokens.app_id, tokens.account_id, tokens.scopes, tokens.created_at, tokens.last_used_at,
                   tokens.expires_at, apps.name
            from app_tokens as tokens join apps on apps.id = tokens.app_id
            where token_hash = $1 and kind = 'access' and revoked_at is null
            """, [hash])
        guard let row else { return nil }
        let app: AppID = try row["app_id"]
        let scopes = Token.Scope.read(try row["scopes"])
        guard let reach = try reach(connection, app, try row["account_id"], scopes) else { return nil }
        return Token(
            id: try row["id"], reach: reach, name: try row["name"], scopes: scopes, createdAt: try row["created_at"],
            lastUsedAt: try row["last_used_at"], expiresAt: try row["expires_at"],
            app: app)
    }

    /// Where a token of the account opens doors now: what was taken back since is not among it, nor is what somebody let
    /// the app into with less than the token may do.
    static func reach(
        _ connection: Connection, _ app: AppID, _ account: AccountID?, _ scopes: Set<Token.Scope>
    ) throws -> Token.Reach? {
        reach(try AppStore.grants(connection, of: app), account, scopes)
    }

    private static func reach(
        _ grants: [AppGrant], _ account: AccountID?, _ scopes: Set<Token.Scope>
    ) -> Token.Reach? {
        let granted = grants.filter { $0.scopes.isSuperset(of: scopes) }.map(\.account)
        if let account { return granted.contains(account) || granted.contains(nil) ? .account(account) : nil }
        if granted.contains(nil) { return .agency }
        return granted.isEmpty ? nil : .accounts(Set(granted.compactMap { $0 }))
    }

    static func use(_ connection: Connection, hash: [UInt8], now: Milliseconds) throws {
        try connection.execute("update app_tokens set last_used_at = $2 where token_hash = $1", [hash, now])
    }

    /// A refresh token is good once.
    static func spend(_ connection: Connection, hash: [UInt8], now: Milliseconds) throws {
        try connection.execute("update app_tokens set used_at = $2 where token_hash = $1", [hash, now])
    }

    static func revoke(_ connection: Connection, family: String, now: Milliseconds) throws {
        try connection.execute(
            "update app_tokens set revoked_at = $2 where family = $1 and revoked_at is null", [family, now])
    }

    static func revoke(_ connection: Connection, hash: [UInt8], now: Milliseconds) throws {
        try connection.execute(
            "update app_tokens set revoked_at = $2 where token_hash = $1 and revoked_at is null", [hash, now])
    }

    /// Every token that an app has: where it is let in anew it gets new ones.
    static func revoke(_ connection: Connection, of app: AppID, now: Milliseconds) throws {
        try connection.execute(
            "update app_tokens set revoked_at = $2 where app_id = $1 and revoked_at is null", [app, now])
    }

    /// The tokens that an app has for an account, or for the agency.
    static func revoke(
        _ connection: Connection, of app: AppID, _ account: AccountID?, now: Milliseconds
    ) throws {
        if let account {
            try connection.execute(
                """
                update app_tokens set revoked_at = $3
                where app_id = $1 and account_id = $2 and revoked_at is null
                """, [app, account, now])
        } else {
            try connection.execute(
                """
                update app_tokens set revoked_at = $2
                where app_id = $1 and account_id is null and revoked_at is null
                """, [app, now])
        }
    }

    /// The tokens of an app that open no door any more: a later consent with more in it must not wake them.
    static func revokeStranded(_ connection: Connection, of app: AppID, now: Milliseconds) throws {
        let grants = try AppStore.grants(connection, of: app)
        let kinds = try connection.rows(
            """
            select distinct account_id, scopes from app_tokens where app_id = $1 and revoked_at is null
            order by account_id, scopes
            """, [app])
        for kind in kinds {
            let (account, scopes): (AccountID?, String) = (try kind["account_id"], try kind["scopes"])
            guard reach(grants, account, Token.Scope.read(scopes)) == nil else { continue }
            let place = account == nil ? "account_id is null" : "account_id = $4"
            try connection.execute(
                """
                update app_tokens set revoked_at = $3
                where app_id = $1 and scopes = $2 and revoked_at is null and \(place)
                """, [app, scopes, now] + (account.map { [$0] } ?? []))
        }
    }
}

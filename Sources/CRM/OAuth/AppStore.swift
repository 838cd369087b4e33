import Database

/// The SQL of apps, of where they were let in, and of the codes on their way.
enum AppStore {
    static func insert(_ connection: Connection, _ app: OAuthApp, secretHash: [UInt8]?) throws {
        try connection.execute(
            """
            insert into apps (id, name, secret_hash, redirect_uris, scopes, created_at)
            values ($1, $2, $3, $4, $5, $6)
            """,
            [
                app.id, app.name, secretHash, app.redirectURIs.joined(separator: "\n"), Token.Scope.text(app.scopes),
                app.createdAt,
            ])
    }

    static func all(_ connection: Connection) throws -> [OAuthApp] {
        try connection.rows("select \(columns) from apps order by name, id limit 1000").map(app)
    }

    static func app(_ connection: Connection, _ id: AppID) throws -> OAuthApp? {
        try connection.row("select \(columns) from apps where id = $1", [id]).map(app)
    }

    /// Keeps others from letting an app in anywhere until this transaction ends; false when there is none.
    static func lock(_ connection: Connection, _ id: AppID) throws -> Bool {
        try connection.row("select id from apps where id = $1 \(connection.dialect.forUpdate)", [id]) != nil
    }

    /// The hash of an app's secret; nil for one that keeps none, and for one that is not there.
    static func secretHash(_ connection: Connection, _ id: AppID) throws -> [UInt8]? {
        let row = try connection.row("select secret_hash from apps where id = $1", [id])
        return try row.flatMap { try $0["secret_hash"] }
    }

    static func save(_ connection: Connection, _ id: AppID, _ wish: AppWish) throws -> Bool {
        try connection.execute(
            "update apps set name = $2, redirect_uris = $3, scopes = $4 where id = $1",
            [id, wish.name, wish.redirectURIs.joined(separator: "\n"), Token.Scope.text(wish.scopes)]) > 0
    }

    static func save(_ connection: Connection, _ id: AppID, secretHash: [UInt8]) throws -> Bool {
        try connection.execute(
            "update apps set secret_hash = $2 where id = $1 and secret_hash is not null", [id, secretHash]) > 0
    }

    static func delete(_ connection: Connection, _ id: AppID) throws -> Bool {
        try connection.execute("delete from apps where id = $1", [id]) > 0
    }

    private static let columns = "id, name, secret_hash is not null as confidential, redirect_uris, scopes, created_at"

    private static func app(_ row: Row) throws -> OAuthApp {
        let uris: String = try row["redirect_uris"]
        return OAuthApp(
            id: try row["id"], name: try row["name"], redirectURIs: uris.split(separator: "\n").map(String.init),
            scopes: Token.Scope.read(try row["scopes"]), isConfidential: try row["confidential"],
            createdAt: try row["created_at"])
    }
}

/// Where apps were let in.
extension AppStore {
    static func grant(
        _ connection: Connection, _ app: AppID, _ account: AccountID?, _ consent: AppConsent, id: String,
        now: Milliseconds
    ) throws {
        try removeGrant(connection, app, account)
        try connection.execute(
            """
            insert into app_grants (id, app_id, account_id, user_id, scopes, created_at)
            values ($1, $2, $3, $4, $5, $6)
            """, [id, app, account, consent.user, Token.Scope.text(consent.scopes), now])
    }

    /// - Returns: false when the app was not let in there.
    @discardableResult
    static func removeGrant(_ connection: Connection, _ app: AppID, _ account: AccountID?) throws -> Bool {
        guard let account else {
            return try connection.execute(
                "delete from app_grants where app_id = $1 and account_id is null", [app]) > 0
        }
        return try connection.execute(
            "delete from app_grants where app_id = $1 and account_id = $2", [app, account]) > 0
    }

    static func grants(_ connection: Connection, of app: AppID) throws -> [AppGrant] {
        try connection.rows(
            "select \(grantColumns) from app_grants where app_id = $1 order by account_id, id limit 10000", [app]
        ).map(grant)
    }

    /// The apps that were let into an account, by itself or with all of them.
    static func grants(_ connection: Connection, for account: AccountID) throws -> [AppGrant] {
        try connection.rows(
            """
            select \(grantColumns) from app_grants where account_id = $1 or account_id is null
            order by created_at desc, id limit 1000
            """, [account]
        ).map(grant)
    }

    private static let grantColumns = "app_id, account_id, user_id, scopes, created_at"

    private static func grant(_ row: Row) throws -> AppGrant {
        AppGrant(
            app: try row["app_id"], account: try row["account_id"], user: try row["user_id"],
            scopes: Token.Scope.read(try row["scopes"]), createdAt: try row["created_at"])
    }
}

/// Codes, each good once and for minutes.
extension AppStore {
    struct Code {
        let consent: AppConsent
        let family: String
        let expiresAt: Milliseconds
        let isUsed: Bool
    }

    static func insertCode(
        _ connection: Connection, _ consent: AppConsent, hash: [UInt8], family: String, now: Milliseconds
    ) throws {
        try connection.execute("delete from app_codes where expires_at <= $1", [now - AppSecrets.codeMemory])
        try connection.execute(
            """
            insert into app_codes
                (code_hash, app_id, user_id, accounts, redirect_uri, scopes, challenge, family, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                hash, consent.app, consent.user, consent.accounts.text, consent.redirectURI,
                Token.Scope.text(consent.scopes), consent.challenge, family, now + AppSecrets.codeLength,
            ])
    }

    static func code(_ connection: Connection, hash: [UInt8]) throws -> Code? {
        try connection.row(
            """
            select app_id, user_id, accounts, redirect_uri, scopes, challenge, family, expires_at, used_at
            from app_codes where code_hash = $1
            """, [hash]
        ).map { row in
            let usedAt: Milliseconds? = try row["used_at"]
            return Code(
                consent: AppConsent(
                    app: try row["app_id"], user: try row["user_id"],
                    accounts: AppConsent.Accounts(text: try row["accounts"]),
                    scopes: Token.Scope.read(try row["scopes"]), redirectURI: try row["redirect_uri"],
                    challenge: try row["challenge"]),
                family: try row["family"], expiresAt: try row["expires_at"], isUsed: usedAt != nil)
        }
    }

    static func useCode(_ connection: Connection, hash: [UInt8], now: Milliseconds) throws {
        try connection.execute("update app_codes set used_at = $2 where code_hash = $1", [hash, now])
    }
}

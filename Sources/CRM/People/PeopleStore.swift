import Database

/// The SQL of users and console sessions.
enum PeopleStore {
    static func insert(_ connection: Connection, _ user: User, _ hash: PasswordHash) throws {
        try connection.execute(
            """
            insert into users (id, email, email_key, role, password_hash, created_at) values ($1, $2, $3, $4, $5, $6)
            """, [user.id, user.email.text, user.email.key, user.role, hash.rawValue, user.createdAt])
    }

    static func all(_ connection: Connection) throws -> [User] {
        let rows = try connection.rows(
            "select \(columns) from users where deleted_at is null order by email_key limit 1000")
        return try rows.map { try user($0, accounts: accounts(connection, $0)) }
    }

    static func user(_ connection: Connection, _ id: UserID) throws -> User? {
        try connection.row("select \(columns) from users where id = $1 and deleted_at is null", [id]).map {
            try user($0, accounts: accounts(connection, $0))
        }
    }

    static func user(_ connection: Connection, emailKey: String) throws -> (user: User, hash: PasswordHash)? {
        try connection.row(
            "select \(columns), password_hash from users where email_key = $1 and deleted_at is null", [emailKey]
        ).map {
            (
                try user($0, accounts: accounts(connection, $0)), PasswordHash(rawValue: try $0["password_hash"])
            )
        }
    }

    static func hasAdministrator(_ connection: Connection, besides id: UserID) throws -> Bool {
        try connection.row(
            "select id from users where role = 'admin' and deleted_at is null and id <> $1 limit 1", [id]) != nil
    }

    static func save(_ connection: Connection, _ id: UserID, _ role: User.Role) throws {
        try connection.execute("update users set role = $2 where id = $1", [id, role])
    }

    static func save(_ connection: Connection, _ id: UserID, _ hash: PasswordHash) throws {
        try connection.execute("update users set password_hash = $2 where id = $1", [id, hash.rawValue])
    }

    static func save(_ connection: Connection, _ id: UserID, _ access: UserAccess) throws {
        try connection.execute(
            "update users set all_accounts = $2, sees_assigned_only = $3 where id = $1",
            [id, access.accounts == nil, access.seesAssignedOnly])
        try connection.execute("delete from user_accounts where user_id = $1", [id])
        let rows = (access.accounts ?? []).map { [id, $0] as [any SQLConvertible] }
        try connection.insert(into: "user_accounts", ["user_id", "account_id"], rows)
    }

    static func delete(_ connection: Connection, _ id: UserID, now: Milliseconds) throws {
        try connection.execute(
            "update users set deleted_at = $2, email_key = $3, password_hash = '' where id = $1",
            [id, now, "deleted " + id.rawValue])
    }

    private static let columns =
        "users.id, users.email, users.role, users.created_at, users.all_accounts, users.sees_assigned_only"

    private static func accounts(_ connection: Connection, _ row: Row) throws -> Set<AccountID>? {
        guard try !row["all_accounts"] else { return nil }
        let id: UserID = try row["id"]
        return Set(
            try connection.rows(
                "select account_id from user_accounts where user_id = $1 order by account_id limit 10000", [id]
            ).map { try $0["account_id"] })
    }

    private static func user(_ row: Row, accounts: Set<AccountID>?) throws -> User {
        let email: String = try row["email"]
        guard let address = EmailAddress(email) else {
            throw DatabaseError.column(name: "email", expected: "EmailAddress")
        }
        return User(
            id: try row["id"], email: address, role: try row["role"],
            access: UserAccess(accounts: accounts, seesAssignedOnly: try row["sees_assigned_only"]),
            createdAt: try row["created_at"])
    }
}

/// The sessions.
extension PeopleStore {
    static func insert(
        _ connection: Connection, _ session: ConsoleSession, tokenHash: [UInt8], now: Milliseconds
    ) throws {
        try connection.execute("delete from console_sessions where expires_at <= $1", [now])
        try connection.execute(
            """
            insert into console_sessions (token_hash, user_id, csrf_token, created_at, expires_at)
            values ($1, $2, $3, $4, $5)
            """, [tokenHash, session.user.id, session.csrfToken, now, session.expiresAt])
    }

    static func session(
        _ connection: Connection, tokenHash: [UInt8], now: Milliseconds
    ) throws -> ConsoleSession? {
        try connection.row(
            """
            select \(columns), csrf_token, expires_at
            from console_sessions join users on users.id = console_sessions.user_id
            where token_hash = $1 and expires_at > $2 and deleted_at is null
            """, [tokenHash, now]
        ).map {
            ConsoleSession(
                user: try user($0, accounts: accounts(connection, $0)), csrfToken: try $0["csrf_token"],
                expiresAt: try $0["expires_at"])
        }
    }

    static func deleteSession(_ connection: Connection, tokenHash: [UInt8]) throws {
        try connection.execute("delete from console_sessions where token_hash = $1", [tokenHash])
    }

    /// - Parameter kept: the hash of the session that goes on; nil ends them all.
    static func deleteSessions(_ connection: Connection, of id: UserID, but kept: [UInt8]?) throws {
        try connection.execute(
            "delete from console_sessions where user_id = $1 and token_hash <> $2", [id, kept ?? []])
    }
}

/// Links by which somebody chooses a password.
extension PeopleStore {
    static func insertLink(
        _ connection: Connection, _ id: UserID, hash: [UInt8], expiresAt: Milliseconds, now: Milliseconds
    ) throws {
        try connection.execute("delete from password_links where expires_at <= $1", [now])
        try connection.execute(
            "insert into password_links (token_hash, user_id, created_at, expires_at) values ($1, $2, $3, $4)",
            [hash, id, now, expiresAt])
    }

    static func deleteLinks(_ connection: Connection, of id: UserID) throws {
        try connection.execute("delete from password_links where user_id = $1", [id])
    }

    static func user(_ connection: Connection, linkHash: [UInt8], now: Milliseconds) throws -> User? {
        try connection.row(
            """
            select \(columns) from password_links join users on users.id = password_links.user_id
            where token_hash = $1 and expires_at > $2 and deleted_at is null
            """, [linkHash, now]
        ).map { try user($0, accounts: accounts(connection, $0)) }
    }
}

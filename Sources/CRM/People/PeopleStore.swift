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
        try connection.rows("select id, email, role, created_at from users order by email_key limit 1000").map(user)
    }

    static func user(
        _ connection: Connection, emailKey: String
    ) throws -> (user: User, hash: PasswordHash)? {
        try connection.row(
            "select id, email, role, password_hash, created_at from users where email_key = $1", [emailKey]
        ).map { (try user($0), PasswordHash(rawValue: try $0["password_hash"])) }
    }

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
            select users.id, email, role, users.created_at, csrf_token, expires_at
            from console_sessions join users on users.id = console_sessions.user_id
            where token_hash = $1 and expires_at > $2
            """, [tokenHash, now]
        ).map {
            ConsoleSession(user: try user($0), csrfToken: try $0["csrf_token"], expiresAt: try $0["expires_at"])
        }
    }

    static func deleteSession(_ connection: Connection, tokenHash: [UInt8]) throws {
        try connection.execute("delete from console_sessions where token_hash = $1", [tokenHash])
    }

    private static func user(_ row: Row) throws -> User {
        let email: String = try row["email"]
        guard let address = EmailAddress(email) else {
            throw DatabaseError.column(name: "email", expected: "EmailAddress")
        }
        return User(id: try row["id"], email: address, role: try row["role"], createdAt: try row["created_at"])
    }
}

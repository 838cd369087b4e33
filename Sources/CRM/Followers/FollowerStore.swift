import Database

/// The SQL of who follows a contact.
enum FollowerStore {
    static func followers(
        _ connection: Connection, _ keys: [Scoped<ContactID>]
    ) throws -> [Scoped<ContactID>: [UserID]] {
        let rows = try connection.rows(
            "select account_id, contact_id, user_id from followers where account_id = $1 and contact_id = $2",
            forEach: keys.map { [$0.account, $0.key] })
        var followers: [Scoped<ContactID>: [UserID]] = [:]
        for row in rows {
            followers[Scoped(try row["account_id"], try row["contact_id"]), default: []].append(try row["user_id"])
        }
        return followers.mapValues { $0.sorted() }
    }

    static func insert(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID, _ users: [UserID], now: Milliseconds
    ) throws {
        try connection.insert(
            into: "followers", ["account_id", "contact_id", "user_id", "followed_at"],
            users.map { [account, contact, $0, now] }, "on conflict (account_id, contact_id, user_id) do nothing")
    }

    static func delete(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID, _ users: [UserID]
    ) throws {
        try connection.execute(
            "delete from followers where account_id = $1 and contact_id = $2 and user_id = $3",
            forEach: users.map { [account, contact, $0] })
    }
}

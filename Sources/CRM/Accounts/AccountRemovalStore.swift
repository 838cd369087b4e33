import Database

/// The SQL of taking an account away.
enum AccountRemovalStore {
    /// Nobody finds the account from now on; false when nobody could before.
    static func close(_ connection: Connection, _ account: AccountID, at now: Milliseconds) throws -> Bool {
        try connection.execute(
            "update accounts set closed_at = $2 where id = $1 and closed_at is null", [account, now]) > 0
    }

    /// The account that was closed longest ago.
    static func closed(_ connection: Connection, before moment: Milliseconds) throws -> AccountID? {
        try connection.row(
            "select id from accounts where closed_at <= $1 order by closed_at, id limit 1", [moment])?["id"]
    }

    /// Deletes some of an account's rows of a table; says how many.
    static func delete(
        _ connection: Connection, _ account: AccountID, from table: SchemaTable, atMost limit: Int
    ) throws -> Int {
        let key = table.key.joined(separator: ", ")
        return try connection.execute(
            """
            delete from \(table.name) where (\(key)) in (
                select \(key) from \(table.name) where account_id = $1 limit $2
            )
            """, [account, limit])
    }

    /// What hangs on the account alone goes with it.
    static func deleteAccount(_ connection: Connection, _ account: AccountID) throws {
        try connection.execute("delete from accounts where id = $1", [account])
    }
}

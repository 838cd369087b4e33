import Database

/// The SQL of custom values.
enum CustomValueStore {
    private static let columns = "id, key, name, value, created_at, updated_at"

    static func all(_ connection: Connection, _ account: AccountID) throws -> [CustomValue] {
        try connection.rows(
            """
            select \(columns) from custom_values where account_id = $1 order by id limit \(CustomValues.most)
            """, [account]
        ).map(value)
    }

    static func value(_ connection: Connection, _ account: AccountID, _ id: CustomValueID) throws -> CustomValue? {
        try connection.row("select \(columns) from custom_values where account_id = $1 and id = $2", [account, id])
            .map(value)
    }

    private static func value(_ row: Row) throws -> CustomValue {
        CustomValue(
            id: try row["id"], key: try row["key"], name: try row["name"], value: try row["value"],
            createdAt: try row["created_at"], updatedAt: try row["updated_at"])
    }

    static func isTaken(_ connection: Connection, _ account: AccountID, key: String) throws -> Bool {
        try connection.row("select id from custom_values where account_id = $1 and key = $2", [account, key]) != nil
    }

    static func count(_ connection: Connection, _ account: AccountID) throws -> Int {
        try connection.row("select count(*) as count from custom_values where account_id = $1", [account])?["count"]
            ?? 0
    }

    static func insert(_ connection: Connection, _ account: AccountID, _ value: CustomValue) throws {
        try connection.execute(
            "insert into custom_values (account_id, \(columns)) values ($1, $2, $3, $4, $5, $6, $7)",
            [account, value.id, value.key, value.name, value.value, value.createdAt, value.updatedAt])
    }

    static func update(_ connection: Connection, _ account: AccountID, _ value: CustomValue) throws {
        try connection.execute(
            "update custom_values set name = $3, value = $4, updated_at = $5 where account_id = $1 and id = $2",
            [account, value.id, value.name, value.value, value.updatedAt])
    }

    static func delete(_ connection: Connection, _ account: AccountID, _ id: CustomValueID) throws -> Bool {
        try connection.execute("delete from custom_values where account_id = $1 and id = $2", [account, id]) > 0
    }
}

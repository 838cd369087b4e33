import Database

/// Where the fields of foreign forms go.
extension FieldStore {
    static func mappings(_ connection: Connection, _ account: AccountID) throws -> [String: FieldTarget] {
        try mappings(try mappingRows(connection, account))
    }

    static func mappings(_ rows: [Row]) throws -> [String: FieldTarget] {
        var mappings: [String: FieldTarget] = [:]
        for row in rows {
            mappings[try row["field_name"]] = FieldTarget(rawValue: try row["target"])
        }
        return mappings
    }

    /// What `mappings` is made of.
    static func mappingRows(_ connection: Connection, _ account: AccountID) throws -> [Row] {
        try connection.rows(
            "select field_name, target from field_mappings where account_id = $1 order by field_name limit 5000",
            [account])
    }

    static func map(_ connection: Connection, _ account: AccountID, name: String, to target: FieldTarget) throws {
        try connection.execute(
            """
            insert into field_mappings (account_id, field_name, target) values ($1, $2, $3)
            on conflict (account_id, field_name) do update set target = excluded.target
            """, [account, name, target.rawValue])
    }

    static func unmap(_ connection: Connection, _ account: AccountID, name: String) throws {
        try connection.execute(
            "delete from field_mappings where account_id = $1 and field_name = $2", [account, name])
    }
}

import Database

/// The SQL of the dictionaries' values.
enum FactValueStore {
    /// Walks along the values of a field whose codes are higher than one, in the order of the codes.
    static func forEach(
        _ connection: Connection, _ account: AccountID, _ field: String, after code: Int,
        _ body: (Int, String) -> Void
    ) throws {
        try connection.scan(
            """
            select code, value from report_values
            where account_id = $1 and field = $2 and code > $3 order by code
            """, [account, field, code]
        ) { row in
            body(Int(row.integer(0)), row.text(1) ?? "")
            return true
        }
    }

    /// Those of the fields that have values with higher codes than the last one that is known.
    static func fields(
        _ connection: Connection, _ account: AccountID, withCodesAfter known: [(field: String, lastCode: Int)]
    ) throws -> Set<String> {
        let rows = try connection.rows(
            """
            select field from report_values where account_id = $1 and field = $2 and code > $3
            order by code desc limit 1
            """, forEach: known.map { [account, $0.field, $0.lastCode] })
        return Set(try rows.map { try $0["field"] })
    }

    /// The codes of values, by the digests of those that have one.
    static func codes(
        _ connection: Connection, _ account: AccountID, _ field: String, _ digests: [[UInt8]]
    ) throws -> [[UInt8]: Int] {
        let rows = try connection.rows(
            "select digest, code from report_values where account_id = $1 and field = $2 and digest = $3",
            forEach: digests.map { [account, field, $0] })
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0["digest"], try $0["code"]) })
    }

    /// The highest code of a field; 0 when it has none.
    static func lastCode(_ connection: Connection, _ account: AccountID, _ field: String) throws -> Int {
        try connection.row(
            "select code from report_values where account_id = $1 and field = $2 order by code desc limit 1",
            [account, field])?["code"] ?? 0
    }

    static func insert(_ connection: Connection, _ account: AccountID, _ values: [FactBuild.Value]) throws {
        try connection.insert(
            into: "report_values", ["account_id", "field", "code", "value", "digest"],
            values.map { [account, $0.field, $0.code, $0.value, $0.digest] })
    }

    /// The first field after one that has values; nil when there is none.
    static func field(_ connection: Connection, _ account: AccountID, after field: String) throws -> String? {
        try connection.row(
            "select field from report_values where account_id = $1 and field > $2 order by field limit 1",
            [account, field])?["field"]
    }

    static func delete(_ connection: Connection, _ account: AccountID, _ field: String, _ codes: [Int]) throws {
        try connection.execute(
            "delete from report_values where account_id = $1 and field = $2 and code = $3",
            forEach: codes.map { [account, field, $0] })
    }
}

import Database

/// The SQL of what accounts say of their businesses.
enum BusinessDetailsStore {
    private static let items = BusinessDetails.Item.allCases
    private static let columns = items.map(\.rawValue)

    static func details(_ connection: Connection, _ account: AccountID) throws -> BusinessDetails {
        try connection.row(
            "select \(columns.joined(separator: ", ")) from business_details where account_id = $1", [account]
        ).map(details) ?? BusinessDetails()
    }

    static func details(_ row: Row) throws -> BusinessDetails {
        var details = BusinessDetails()
        for item in items { details[item] = try row[item.rawValue] as String? }
        return details
    }

    static func save(_ connection: Connection, _ account: AccountID, _ details: BusinessDetails) throws {
        var values: [any SQLConvertible] = [account]
        values += items.map { details[$0] } as [String?]
        try connection.insert(
            into: "business_details", ["account_id"] + columns, [values],
            """
            on conflict (account_id) do update set
                \(columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
            """)
    }
}

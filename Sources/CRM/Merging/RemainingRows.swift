/// What of a contact that was merged can still come back: not what points to a custom field or a user that is gone.
struct RemainingRows {
    let fields: Set<String>
    let users: Set<UserID>

    private static let userColumns = ["user_id", "assigned_to"]

    /// The users that rows speak of.
    static func users(in own: [String: [StoredRow]]) -> Set<String> {
        var users: Set<String> = []
        for table in ContactTable.own {
            for position in table.columns.indices where userColumns.contains(table.columns[position]) {
                for row in own[table.name] ?? [] {
                    if case .text(let user) = row.values[position] { users.insert(user) }
                }
            }
        }
        return users
    }

    /// The row as it comes back, for one without its owner; nil when it does not.
    func row(_ row: StoredRow, of table: ContactTable) -> StoredRow? {
        var row = row
        for (position, column) in table.columns.enumerated() {
            guard case .text(let id) = row.values[position] else { continue }
            switch column {
            case "field_id" where !fields.contains(id): return nil
            case "user_id" where !users.contains(UserID(rawValue: id)): return nil
            case "assigned_to" where !users.contains(UserID(rawValue: id)): row.values[position] = .null
            default: break
            }
        }
        return row
    }
}

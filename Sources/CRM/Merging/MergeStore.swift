import Database

/// The SQL of merges.
enum MergeStore {
    static func values(_ connection: Connection, _ account: AccountID, _ contact: ContactID) throws -> StoredRow {
        let columns = ContactTable.values
        let row = try connection.row(
            "select \(columns.joined(separator: ", ")) from contacts where account_id = $1 and id = $2",
            [account, contact])
        guard let row else { throw NotFound.contact }
        return try StoredRow(row, columns)
    }

    /// The rows that are a contact's alone, by table.
    static func own(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID
    ) throws -> [String: [StoredRow]] {
        try rows(connection, ContactTable.own, account, contact)
    }

    private static func rows(
        _ connection: Connection, _ tables: [ContactTable], _ account: AccountID, _ contact: ContactID
    ) throws -> [String: [StoredRow]] {
        var found: [String: [StoredRow]] = [:]
        for table in tables {
            let columns = table.columns.joined(separator: ", ")
            found[table.name] = try connection.rows(
                "select \(columns) from \(table.name) where account_id = $1 and \(table.contact) = $2",
                [account, contact]
            ).map { try StoredRow($0, table.columns) }
        }
        return found
    }

    /// - Returns: the keys of the rows that went over, by table.
    static func moveHistory(
        _ connection: Connection, _ account: AccountID, from merged: ContactID, to survivor: ContactID
    ) throws -> [String: [StoredRow]] {
        let moved = try rows(connection, ContactTable.history, account, merged)
        for table in ContactTable.history {
            try connection.execute(
                "update \(table.name) set \(table.contact) = $3 where account_id = $1 and \(table.contact) = $2",
                [account, merged, survivor])
        }
        try renewAge(connection, account, survivor)
        return moved
    }

    static func moveBack(
        _ connection: Connection, _ account: AccountID, _ moved: [String: [StoredRow]], from survivor: ContactID,
        to merged: ContactID
    ) throws {
        for table in ContactTable.history {
            try connection.execute(
                """
                update \(table.name) set \(table.contact) = $1
                where account_id = $2 and \(table.contact) = $3 and id = $4
                """, forEach: (moved[table.name] ?? []).map { [merged, account, survivor] + $0.sql })
        }
        try renewAge(connection, account, merged)
    }

    /// Attributions hold the age of their contact, for search.
    private static func renewAge(_ connection: Connection, _ account: AccountID, _ contact: ContactID) throws {
        try connection.execute(
            """
            update attributions set contact_created_at = (
                select created_at from contacts where account_id = $1 and id = $2)
            where account_id = $1 and contact_id = $2
            """, [account, contact])
    }

    static func remove(_ connection: Connection, _ account: AccountID, _ merged: ContactID) throws {
        try connection.execute("delete from contacts where account_id = $1 and id = $2", [account, merged])
    }

    /// Values of custom fields that were deleted meanwhile stay away, and so do users who are gone.
    static func restoreOwn(_ connection: Connection, _ account: AccountID, _ own: [String: [StoredRow]]) throws {
        let remaining = RemainingRows(
            fields: Set(try FieldStore.all(connection, account).map(\.id.rawValue)),
            users: try AssignableUsers.known(
                connection, account, among: Set(RemainingRows.users(in: own).map(UserID.init(rawValue:)))))
        for table in ContactTable.own {
            let rows = (own[table.name] ?? []).compactMap { remaining.row($0, of: table) }
            try connection.insert(
                into: table.name, ["account_id"] + table.columns, rows.map { [account] + $0.sql })
        }
    }

    static func set(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID, _ columns: [(String, SQLValue)]
    ) throws {
        for (column, value) in columns {
            try connection.execute(
                "update contacts set \(column) = $3 where account_id = $1 and id = $2", [account, contact, value])
        }
    }

    /// The words by which a contact is found, made again from what it is now.
    static func renewTerms(_ connection: Connection, _ account: AccountID, _ draft: ContactDraft) throws {
        try connection.execute(
            "delete from contact_terms where account_id = $1 and contact_id = $2", [account, draft.contact.id])
        try connection.insert(
            into: "contact_terms", ["account_id", "contact_id", "term"],
            draft.terms.sorted().map { [account, draft.contact.id, $0] })
    }
}

import Database

/// The SQL of trigger links.
enum LinkStore {
    private static let columns = "account_id, id, code, name, target, created_at, updated_at"

    static func insert(_ connection: Connection, _ link: TriggerLink) throws {
        try connection.execute(
            "insert into trigger_links (\(columns)) values ($1, $2, $3, $4, $5, $6, $7)",
            [link.account, link.id, link.code, link.name, link.target.text, link.createdAt, link.updatedAt])
    }

    static func update(
        _ connection: Connection, _ account: AccountID, _ id: LinkID, name: String, target: LinkTarget,
        now: Milliseconds
    ) throws -> Bool {
        try connection.execute(
            """
            update trigger_links set name = $3, target = $4, updated_at = $5
            where account_id = $1 and id = $2 and deleted_at is null
            """, [account, id, name, target.text, now]) > 0
    }

    static func delete(
        _ connection: Connection, _ account: AccountID, _ id: LinkID, now: Milliseconds
    ) throws -> Bool {
        try connection.execute(
            "update trigger_links set deleted_at = $3 where account_id = $1 and id = $2 and deleted_at is null",
            [account, id, now]) > 0
    }

    /// Ids sort by time.
    static func all(_ connection: Connection, _ account: AccountID) throws -> [TriggerLink] {
        try links(
            connection, "account_id = $1 and deleted_at is null order by id desc limit $2", [account, Links.most])
    }

    static func count(_ connection: Connection, _ account: AccountID) throws -> Int {
        try connection.row(
            "select count(*) as count from trigger_links where account_id = $1 and deleted_at is null", [account])?[
                "count"] ?? 0
    }

    static func link(_ connection: Connection, _ account: AccountID, _ id: LinkID) throws -> TriggerLink? {
        try links(connection, "account_id = $1 and id = $2 and deleted_at is null", [account, id]).first
    }

    /// A link by its code alone: that is all an address has.
    static func link(_ connection: Connection, code: String) throws -> TriggerLink? {
        try links(connection, "code = $1 and deleted_at is null", [code]).first
    }

    /// By id, also those that are gone.
    static func names(_ connection: Connection, _ account: AccountID, _ ids: Set<LinkID>) throws -> [LinkID: String] {
        let rows = try connection.rows(
            "select id, name from trigger_links where account_id = $1 and id = $2",
            forEach: ids.sorted().map { [account, $0] })
        return Dictionary(
            try rows.map { (try $0["id"] as LinkID, try $0["name"] as String) }, uniquingKeysWith: { first, _ in first }
        )
    }

    /// Who answers to an id: the contact, or the one that it was merged into; nil when it is gone.
    static func contact(
        _ connection: Connection, _ account: AccountID, answeringTo id: ContactID
    ) throws -> ContactID? {
        var id = id
        // A survivor may have been merged as well.
        for _ in 1...10 {
            if try ContactStore.contact(connection, account, id) != nil { return id }
            guard let survivor = try MergeStore.successor(connection, account, of: id) else { return nil }
            id = survivor
        }
        return nil
    }

    private static func links(
        _ connection: Connection, _ condition: String, _ values: [any SQLConvertible]
    ) throws -> [TriggerLink] {
        try connection.rows("select \(columns) from trigger_links where \(condition)", values).map { row in
            TriggerLink(
                id: try row["id"], account: try row["account_id"], code: try row["code"], name: try row["name"],
                target: try LinkTarget(try row["target"]), createdAt: try row["created_at"],
                updatedAt: try row["updated_at"])
        }
    }
}

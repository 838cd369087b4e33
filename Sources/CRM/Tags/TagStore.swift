import Database

/// The SQL of an account's list of tags.
enum TagStore {
    /// The listed tags, by name.
    static func all(_ connection: Connection, _ account: AccountID) throws -> [Tag] {
        try connection.rows(
            "select id, name from tags where account_id = $1 order by name limit \(Tags.most)", [account]
        ).map { Tag(id: try $0["id"], name: try $0["name"]) }
    }

    static func tag(_ connection: Connection, _ account: AccountID, _ id: TagID) throws -> Tag? {
        try connection.row("select id, name from tags where account_id = $1 and id = $2", [account, id])
            .map { Tag(id: try $0["id"], name: try $0["name"]) }
    }

    static func tag(_ connection: Connection, _ account: AccountID, named name: String) throws -> Tag? {
        try connection.row("select id, name from tags where account_id = $1 and name = $2", [account, name])
            .map { Tag(id: try $0["id"], name: try $0["name"]) }
    }

    /// The tags that contacts have, by name; each costs one step along the index, however many contacts have it.
    static func used(_ connection: Connection, _ account: AccountID) throws -> [String] {
        try connection.rows(
            """
            with recursive used (tag) as (
                select min(tag) from contact_tags where account_id = $1
                union all
                select (select min(next.tag) from contact_tags as next
                        where next.account_id = $1 and next.tag > used.tag)
                from used where used.tag is not null
            )
            select tag from used where tag is not null limit \(Tags.most)
            """, [account]
        ).map { try $0["tag"] }
    }

    static func insert(_ connection: Connection, _ account: AccountID, _ tags: [Tag]) throws {
        try connection.insert(
            into: "tags", ["account_id", "id", "name"], tags.map { [account, $0.id, $0.name] }, "on conflict do nothing"
        )
    }

    /// Gives a tag another name. Until `endRenaming`, contacts may still have it under the one it had.
    static func rename(_ connection: Connection, _ account: AccountID, _ tag: Tag) throws {
        try connection.execute(
            "update tags set renamed_from = name, name = $3 where account_id = $1 and id = $2",
            [account, tag.id, tag.name])
    }

    static func endRenaming(_ connection: Connection, _ account: AccountID, _ id: TagID) throws {
        try connection.execute(
            "update tags set renamed_from = null where account_id = $1 and id = $2", [account, id])
    }

    /// The tags whose renaming has not come to its end, with the names that they had.
    static func renamings(_ connection: Connection, _ account: AccountID) throws -> [(tag: Tag, former: String)] {
        try connection.rows(
            """
            select id, name, renamed_from from tags where account_id = $1 and renamed_from is not null
            order by id limit \(Tags.most)
            """, [account]
        ).map { (Tag(id: try $0["id"], name: try $0["name"]), try $0["renamed_from"]) }
    }

    static func delete(_ connection: Connection, _ account: AccountID, _ id: TagID) throws {
        try connection.execute("delete from tags where account_id = $1 and id = $2", [account, id])
    }

    /// How many contacts have a tag, counted up to `ceiling`.
    static func count(_ connection: Connection, _ account: AccountID, _ name: String, ceiling: Int) throws -> Int {
        try connection.row(
            """
            select count(*) as count from (
                select 1 from contact_tags where account_id = $1 and tag = $2 limit $3
            ) as found
            """, [account, name, ceiling])?["count"] ?? 0
    }

    /// Some of the contacts that have a tag, in the order of their ids.
    static func contacts(
        _ connection: Connection, _ account: AccountID, tagged name: String, limit: Int
    ) throws -> [ContactID] {
        try connection.rows(
            """
            select contact_id from contact_tags where account_id = $1 and tag = $2 order by contact_id limit $3
            """, [account, name, limit]
        ).map { try $0["contact_id"] }
    }
}

import Database

extension MergeStore {
    private static let columns = "id, survivor_id, merged_id, merged_name, at, author, undone_at"

    static func insert(
        _ connection: Connection, _ account: AccountID, _ merge: ContactMerge, _ undo: MergeUndo
    ) throws {
        try connection.execute(
            """
            insert into contact_merges (account_id, id, survivor_id, merged_id, merged_name, at, author, undo)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                account, merge.id, merge.survivor, merge.merged, merge.mergedName, merge.at, merge.author,
                try JSONText.encode(undo),
            ])
    }

    static func merge(
        _ connection: Connection, _ account: AccountID, _ id: MergeID
    ) throws -> (merge: ContactMerge, undo: MergeUndo?)? {
        try connection.row(
            "select \(columns), undo from contact_merges where account_id = $1 and id = $2", [account, id]
        ).map { row in
            let undo: String? = try row["undo"]
            return (try merge(row), try undo.map { try JSONText.decode(from: $0) })
        }
    }

    static func merges(
        _ connection: Connection, _ account: AccountID, into survivor: ContactID
    ) throws -> [ContactMerge] {
        try connection.rows(
            """
            select \(columns) from contact_merges where account_id = $1 and survivor_id = $2
            order by id desc limit 100
            """, [account, survivor]
        ).map(merge)
    }

    static func successor(
        _ connection: Connection, _ account: AccountID, of merged: ContactID
    ) throws -> ContactID? {
        try connection.row(
            """
            select survivor_id from contact_merges where account_id = $1 and merged_id = $2 and undone_at is null
            order by id desc limit 1
            """, [account, merged]
        ).map { try $0["survivor_id"] }
    }

    static func markUndone(
        _ connection: Connection, _ account: AccountID, _ id: MergeID, at now: Milliseconds
    ) throws {
        try connection.execute(
            "update contact_merges set undo = null, undone_at = $3 where account_id = $1 and id = $2",
            [account, id, now])
    }

    /// Takes the name of a contact that is erased out of the merges that were undone, and out of the other's timeline.
    static func forgetName(_ connection: Connection, _ account: AccountID, of erased: ContactID) throws {
        let undone = try connection.rows(
            "select \(columns) from contact_merges where account_id = $1 and merged_id = $2", [account, erased]
        ).map(merge)
        try connection.execute(
            "update contact_merges set merged_name = '' where account_id = $1 and merged_id = $2", [account, erased])
        for merge in undone {
            let nameless = TimelineEntry.Event.merged(merge.id, contact: erased, name: "", by: merge.author)
            try connection.execute(
                "update timeline set entry = $4 where account_id = $1 and contact_id = $2 and at = $3 and entry = $5",
                [
                    account, merge.survivor, merge.at, try JSONText.encode(nameless),
                    try JSONText.encode(
                        TimelineEntry.Event.merged(
                            merge.id, contact: erased, name: merge.mergedName, by: merge.author)),
                ])
        }
    }

    private static func merge(_ row: Row) throws -> ContactMerge {
        ContactMerge(
            id: try row["id"], survivor: try row["survivor_id"], merged: try row["merged_id"],
            mergedName: try row["merged_name"], at: try row["at"], author: try row["author"],
            undoneAt: try row["undone_at"])
    }

    /// Adds one contact's followers to another's; says who is new there.
    static func addFollowers(
        _ connection: Connection, _ account: AccountID, of merged: ContactID, to survivor: ContactID
    ) throws -> [String] {
        let rows = try connection.rows(
            """
            select user_id, followed_at from followers as theirs
            where account_id = $1 and contact_id = $2 and not exists (
                select 1 from followers as own
                where own.account_id = $1 and own.contact_id = $3 and own.user_id = theirs.user_id)
            """, [account, merged, survivor])
        try connection.insert(
            into: "followers", ["account_id", "contact_id", "user_id", "followed_at"],
            try rows.map { row in
                [account, survivor, try row["user_id"] as String, try row["followed_at"] as Milliseconds]
            })
        return try rows.map { try $0["user_id"] }
    }

    static func removeFollowers(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID, _ users: [String]
    ) throws {
        try connection.execute(
            "delete from followers where account_id = $1 and contact_id = $2 and user_id = $3",
            forEach: users.map { [account, contact, $0] })
    }
}

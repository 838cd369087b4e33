import Database

/// The SQL of the folders of custom fields.
enum FolderStore {
    static func all(_ connection: Connection, _ account: AccountID) throws -> [FieldFolder] {
        try connection.rows(
            "select id, model, name from field_folders where account_id = $1 order by id limit \(Fields.most)",
            [account]
        ).map(folder)
    }

    static func folder(_ connection: Connection, _ account: AccountID, _ id: FolderID) throws -> FieldFolder? {
        try connection.row(
            "select id, model, name from field_folders where account_id = $1 and id = $2", [account, id]
        ).map(folder)
    }

    private static func folder(_ row: Row) throws -> FieldFolder {
        FieldFolder(id: try row["id"], model: try row["model"], name: try row["name"])
    }

    static func insert(_ connection: Connection, _ account: AccountID, _ folder: FieldFolder) throws {
        try connection.execute(
            "insert into field_folders (account_id, id, model, name) values ($1, $2, $3, $4)",
            [account, folder.id, folder.model, folder.name])
    }

    static func rename(_ connection: Connection, _ account: AccountID, _ folder: FieldFolder) throws {
        try connection.execute(
            "update field_folders set name = $3 where account_id = $1 and id = $2", [account, folder.id, folder.name])
    }

    /// Its fields stay and stand in no folder.
    static func delete(_ connection: Connection, _ account: AccountID, _ id: FolderID) throws {
        try connection.execute(
            "update custom_fields set folder_id = null where account_id = $1 and folder_id = $2", [account, id])
        try connection.execute("delete from field_folders where account_id = $1 and id = $2", [account, id])
    }
}

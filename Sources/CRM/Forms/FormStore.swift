import Database

/// The SQL of own forms.
enum FormStore {
    static func insert(_ connection: Connection, _ form: Form) throws {
        try connection.execute(
            """
            insert into forms (account_id, id, name, definition, created_at, updated_at) values ($1, $2, $3, $4, $5, $6)
            """,
            [form.account, form.id, form.name, try JSONText.encode(form.definition), form.createdAt, form.updatedAt])
    }

    static func update(_ connection: Connection, _ form: Form) throws -> Bool {
        try connection.execute(
            """
            update forms set name = $3, definition = $4, updated_at = $5
            where account_id = $1 and id = $2 and archived_at is null
            """, [form.account, form.id, form.name, try JSONText.encode(form.definition), form.updatedAt]) > 0
    }

    static func archive(_ connection: Connection, _ account: AccountID, _ id: FormID, now: Milliseconds) throws -> Bool
    {
        try connection.execute(
            "update forms set archived_at = $3 where account_id = $1 and id = $2 and archived_at is null",
            [account, id, now]) > 0
    }

    static func all(_ connection: Connection, _ account: AccountID) throws -> [Form] {
        try forms(
            connection, "account_id = $1 and archived_at is null order by created_at desc, id limit 1000", [account])
    }

    static func form(_ connection: Connection, _ id: FormID) throws -> Form? {
        try forms(connection, "id = $1 and archived_at is null", [id]).first
    }

    private static func forms(
        _ connection: Connection, _ condition: String, _ values: [any SQLConvertible]
    ) throws -> [Form] {
        try connection.rows(
            "select account_id, id, name, definition, created_at, updated_at from forms where \(condition)", values
        ).map { row in
            Form(
                id: try row["id"], account: try row["account_id"], name: try row["name"],
                definition: try JSONText.decode(from: try row["definition"]), createdAt: try row["created_at"],
                updatedAt: try row["updated_at"])
        }
    }
}

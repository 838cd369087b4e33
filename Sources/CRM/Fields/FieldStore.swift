import Attribution
import Database

/// The SQL of custom fields and field mappings.
enum FieldStore {
    static func insertDerived(
        _ connection: Connection, _ account: AccountID, ids: IDSource, now: Milliseconds
    ) throws {
        for (index, derived) in DerivedField.allCases.enumerated() {
            var draft = FieldDraft(name: derived.label, type: .text)
            draft.fillable = false
            draft.derivedFrom = AttributionReference(derived.position, derived.field)
            let field = draft.field(
                id: ids.identifier(at: now), key: derived.key, position: index + 1, createdAt: now, now: now)
            try insert(connection, account, field)
        }
    }

    private static let columns = """
        id, model, key, name, type, options, allows_other, fillable, derived_from, placeholder, note, accepted_formats,
        file_limit, folder_id, position, created_at, updated_at
        """

    static func insert(_ connection: Connection, _ account: AccountID, _ field: CustomField) throws {
        try connection.execute(
            """
            insert into custom_fields (account_id, \(columns))
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
            """,
            [
                account, field.id, field.model, field.key, field.name, field.type, try JSONText.encode(field.options),
                field.allowsOther, field.fillable, field.derivedFrom?.rawValue, field.placeholder, field.note,
                try JSONText.encode(field.acceptedFormats), field.fileLimit, field.folder, field.position,
                field.createdAt, field.updatedAt,
            ])
    }

    static func update(_ connection: Connection, _ account: AccountID, _ field: CustomField) throws {
        try connection.execute(
            """
            update custom_fields set name = $3, options = $4, allows_other = $5, fillable = $6, placeholder = $7,
                   note = $8, accepted_formats = $9, file_limit = $10, folder_id = $11, position = $12, updated_at = $13
            where account_id = $1 and id = $2
            """,
            [
                account, field.id, field.name, try JSONText.encode(field.options), field.allowsOther, field.fillable,
                field.placeholder, field.note, try JSONText.encode(field.acceptedFormats), field.fileLimit,
                field.folder, field.position, field.updatedAt,
            ])
    }

    /// The fields of contacts, in their order.
    static func all(_ connection: Connection, _ account: AccountID) throws -> [CustomField] {
        try all(connection, account, of: .contact)
    }

    /// Those of contacts that a browser may write: of the attribution fields, which are many, none.
    static func fillableRows(_ connection: Connection, _ account: AccountID) throws -> [Row] {
        try connection.rows(
            """
            select \(columns) from custom_fields
            where account_id = $1 and model = 'contact' and fillable and derived_from is null
            order by position, id limit \(Fields.most)
            """, [account])
    }

    static func all(_ connection: Connection, _ account: AccountID, of model: FieldModel) throws -> [CustomField] {
        try everything(connection, account).filter { $0.model == model }
    }

    static func everything(_ connection: Connection, _ account: AccountID) throws -> [CustomField] {
        try connection.rows(
            """
            select \(columns) from custom_fields where account_id = $1 order by position, id limit \(Fields.most)
            """, [account]
        ).map(field)
    }

    static func field(_ connection: Connection, _ account: AccountID, _ id: FieldID) throws -> CustomField? {
        try connection.row("select \(columns) from custom_fields where account_id = $1 and id = $2", [account, id])
            .map(field)
    }

    static func field(_ row: Row) throws -> CustomField {
        let derivedFrom: String? = try row["derived_from"]
        return CustomField(
            id: try row["id"], model: try row["model"], key: try row["key"], name: try row["name"],
            type: try row["type"], options: try list(try row["options"]), allowsOther: try row["allows_other"],
            fillable: try row["fillable"], derivedFrom: derivedFrom.flatMap(AttributionReference.init(rawValue:)),
            placeholder: try row["placeholder"], note: try row["note"],
            acceptedFormats: try list(try row["accepted_formats"]), fileLimit: try row["file_limit"],
            folder: try row["folder_id"], position: try row["position"], createdAt: try row["created_at"],
            updatedAt: try row["updated_at"])
    }

    /// Most fields have none, and every batch of submissions reads them.
    private static func list(_ text: String) throws -> [String] {
        text == "[]" ? [] : try JSONText.decode(from: text)
    }

    static func move(
        _ connection: Connection, _ account: AccountID, _ places: [(id: FieldID, position: Int)]
    ) throws {
        try connection.execute(
            "update custom_fields set position = $3 where account_id = $1 and id = $2",
            forEach: places.map { [account, $0.id, $0.position] })
    }

    static func delete(_ connection: Connection, _ account: AccountID, _ field: FieldID) throws {
        try connection.execute(
            "delete from field_mappings where account_id = $1 and target = $2",
            [account, FieldTarget.custom(field).rawValue])
        try connection.execute("delete from custom_fields where account_id = $1 and id = $2", [account, field])
    }
}

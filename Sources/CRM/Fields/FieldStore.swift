import Attribution
import Database

/// The SQL of custom fields and field mappings.
enum FieldStore {
    static func insertDerived(
        _ connection: Connection, _ account: AccountID, ids: IDSource, now: Milliseconds
    ) throws {
        for derived in DerivedField.allCases {
            try insert(
                connection, account,
                CustomField(
                    id: ids.identifier(at: now), key: derived.key, name: derived.label, type: .text, options: [],
                    fillable: false,
                    derivedFrom: AttributionReference(derived.position, derived.field)))
        }
    }

    static func insert(_ connection: Connection, _ account: AccountID, _ field: CustomField) throws {
        try connection.execute(
            """
            insert into custom_fields (account_id, id, key, name, type, options, fillable, derived_from, position)
            values ($1, $2, $3, $4, $5, $6, $7, $8,
                    (select coalesce(max(position), 0) + 1 from custom_fields where account_id = $1))
            """,
            [
                account, field.id, field.key, field.name, field.type, try JSONText.encode(field.options),
                field.fillable,
                field.derivedFrom?.rawValue,
            ])
    }

    static func all(_ connection: Connection, _ account: AccountID) throws -> [CustomField] {
        try connection.rows(
            """
            select id, key, name, type, options, fillable, derived_from from custom_fields
            where account_id = $1 order by position limit 2000
            """, [account]
        ).map { row in
            let derivedFrom: String? = try row["derived_from"]
            return CustomField(
                id: try row["id"], key: try row["key"], name: try row["name"], type: try row["type"],
                options: try JSONText.decode(from: try row["options"]), fillable: try row["fillable"],
                derivedFrom: derivedFrom.flatMap(AttributionReference.init(rawValue:)))
        }
    }

    static func delete(_ connection: Connection, _ account: AccountID, _ field: FieldID) throws {
        try connection.execute(
            "delete from field_mappings where account_id = $1 and target = $2",
            [account, FieldTarget.custom(field).rawValue])
        try connection.execute("delete from custom_fields where account_id = $1 and id = $2", [account, field])
    }

    static func mappings(_ connection: Connection, _ account: AccountID) throws -> [String: FieldTarget] {
        let rows = try connection.rows(
            "select field_name, target from field_mappings where account_id = $1 order by field_name limit 5000",
            [account])
        var mappings: [String: FieldTarget] = [:]
        for row in rows {
            mappings[try row["field_name"]] = FieldTarget(rawValue: try row["target"])
        }
        return mappings
    }

    static func map(_ connection: Connection, _ account: AccountID, name: String, to target: FieldTarget) throws {
        try connection.execute(
            """
            insert into field_mappings (account_id, field_name, target) values ($1, $2, $3)
            on conflict (account_id, field_name) do update set target = excluded.target
            """, [account, name, target.rawValue])
    }

    static func unmap(_ connection: Connection, _ account: AccountID, name: String) throws {
        try connection.execute(
            "delete from field_mappings where account_id = $1 and field_name = $2", [account, name])
    }
}

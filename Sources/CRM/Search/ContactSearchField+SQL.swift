import Attribution
import Database

extension ContactSearchField {
    /// The value as an expression over a row of `contacts`; of a field with several values, over a row of its table.
    func expression(_ scope: SearchScope) -> SQLPart {
        switch self {
        case .id: SQLPart(scope.id)
        case .createdAt: SQLPart(scope.createdAt)
        case .name:
            SQLPart("nullif(trim(coalesce(contacts.first_name, '') || ' ' || coalesce(contacts.last_name, '')), '')")
        case .property(let property): SQLPart("contacts.\(property.rawValue)")
        case .custom(let id, let kind): Self.custom(id, kind, scope.dialect)
        case .attribution(let reference): reference.expression
        case .secondOpinion(let position): Self.secondOpinion(position)
        case .original(let field): SQLPart("contacts.original_\(field.rawValue)")
        case .tags: SQLPart("listed.tag")
        case .followers: SQLPart("listed.user_id")
        case .additionalEmails: SQLPart("listed.email")
        case .visitors: SQLPart("listed.id")
        default: SQLPart("contacts.\(column)")
        }
    }

    /// The column of `contacts` that holds it.
    private var column: String {
        switch self {
        case .contactSource: "contact_source"
        case .timeZone: "time_zone"
        case .assignedTo: "assigned_to"
        case .doNotDisturb: "dnd"
        case .kind: "contact_type"
        case .gender: "gender"
        case .dateOfBirth: "date_of_birth"
        case .updatedAt: "updated_at"
        case .creatorSource: "created_by_source"
        case .creatorChannel: "created_by_channel"
        case .needsReview: "needs_review"
        default: "id"
        }
    }

    /// The table that holds the values of a field with several; each names the contact it belongs to.
    var table: String? {
        switch self {
        case .tags: "contact_tags"
        case .followers: "followers"
        case .additionalEmails: "contact_emails"
        case .visitors: "visitors"
        default: nil
        }
    }

    /// Null for what is no number: a field may have held texts before it was one of numbers.
    private static func custom(_ id: FieldID, _ kind: SearchKind, _ dialect: Dialect) -> SQLPart {
        let value =
            switch (kind, dialect) {
            case (.number, .sqlite):
                "case when value <> '' and value not glob '*[^0-9.+-]*' then cast(value as real) end"
            case (.number, .postgres):
                "case when value ~ '^[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)$' then cast(value as double precision) end"
            default: "value"
            }
        return SQLPart(
            """
            (select \(value) from contact_field_values as filled where filled.account_id = contacts.account_id
                and filled.contact_id = contacts.id and filled.field_id = #)
            """, [id])
    }

    private static func secondOpinion(_ position: AttributionPosition) -> SQLPart {
        SQLPart(
            """
            (select 1 from accounts join attribution_opinions as opinion on opinion.account_id = accounts.id
                and opinion.revision = coalesce(accounts.rules_revision, 0)
            where accounts.id = contacts.account_id
                and opinion.attribution_id = contacts.\(position.rawValue)_attribution_id)
            """)
    }

    /// The value as contacts are put in order by it.
    func sortExpression(_ scope: SearchScope) -> SQLPart {
        switch kind {
        case .text:
            SQLPart("lower(substr(") + expression(scope) + SQLPart(", 1, \(Schema.searchedLength)))")
        case .flag: SQLPart("case when ") + expression(scope) + SQLPart(" then 1 else 0 end")
        default: expression(scope)
        }
    }
}

extension AttributionReference {
    /// The value of First or Latest, as an expression over a row of `contacts`.
    fileprivate var expression: SQLPart {
        field == .sessionSource
            ? SQLPart("contacts.\(position.rawValue)_source")
            : SQLPart(
                """
                (select seen.\(field.columnName) from attributions as seen
                where seen.account_id = contacts.account_id
                    and seen.id = contacts.\(position.rawValue)_attribution_id)
                """)
    }
}

import Database

extension Schema {
    /// So much of a value stands in the indexes that search uses: PostgreSQL takes no entry above some 2,700 bytes.
    static let searchedLength = 200

    /// The columns of attributions that contacts are searched by.
    private static let searchedColumns = [
        "campaign", "campaign_id", "ad_group_id", "ad_id", "ad_name", "utm_source", "utm_medium", "utm_campaign",
        "utm_content", "utm_term", "utm_keyword", "utm_event_source", "gclid", "gbraid", "wbraid", "msclkid", "dclid",
        "fbclid", "ttclid", "ctwa_clid", "medium", "medium_id", "form_name", "visitor_id",
    ]

    /// What finds contacts by a field of their First or Latest attribution, newest contact first: an index for every
    /// such field, with the moment at which the contact was added.
    ///
    /// Attributions are never changed once they are written, so nothing has to keep these indexes right. An entry of
    /// one that is neither First nor Latest is passed over when the contact is looked at.
    @Sendable static func searchIndexes(_ d: Dialect) -> [String] {
        let created = [
            "alter table attributions add column contact_created_at \(d.int64) not null default 0",
            """
            update attributions set contact_created_at = coalesce((
                select created_at from contacts
                where contacts.account_id = attributions.account_id and contacts.id = attributions.contact_id), 0)
            """,
        ]
        let indexes = searchedColumns.map { column in
            """
            create index attributions_by_\(column) on attributions (
                account_id, lower(substr(\(column), 1, \(searchedLength))), contact_created_at, contact_id, id)
                where \(column) is not null
            """
        }
        let values = """
            create index contact_field_values_by_value on contact_field_values (
                account_id, field_id, lower(substr(value, 1, \(searchedLength))), contact_id)
            """
        return created + indexes + [values] + searchStatistics(d)
    }

    /// See `plannerStatistics`: the same for these indexes.
    private static func searchStatistics(_ d: Dialect) -> [String] {
        guard d == .sqlite else { return [] }
        let rows =
            searchedColumns.map { "('attributions', 'attributions_by_\($0)', '500000 100000 2000 1 1 1')" }
            + ["('contact_field_values', 'contact_field_values_by_value', '1000000 200000 60000 2000 1')"]
        return [
            "insert into sqlite_stat1 (tbl, idx, stat) values \(rows.joined(separator: ", "))",
            "analyze sqlite_schema",
        ]
    }
}

import Database

extension Schema {
    /// What SQLite's planner cannot know of an empty database: that an account alone narrows nothing down.
    ///
    /// Left to its guess (ten rows an account) it walks through a whole account to find the sessions of one visitor. The
    /// numbers say how many rows a table has and how many share the first column of an index, the first two, and so on.
    /// They are of the right order for a busy server, and they keep the plans the same on every one. PostgreSQL counts by
    /// itself.
    @Sendable static func plannerStatistics(_ d: Dialect) -> [String] {
        switch d {
        case .sqlite:
            let rows = statistics.map { "('\($0.table)', '\($0.index ?? $0.table)', '\($0.numbers)')" }
            return [
                "analyze",
                "delete from sqlite_stat1",
                "insert into sqlite_stat1 (tbl, idx, stat) values \(rows.joined(separator: ", "))",
                "analyze sqlite_schema",
            ]
        case .postgres: return []
        }
    }

    /// An index of nil is the primary key.
    private static let statistics: [(table: String, index: String?, numbers: String)] = [
        ("visitors", nil, "1000000 200000 1"),
        ("visitors", "visitors_by_contact", "500000 100000 2"),
        ("sessions", nil, "1000000 200000 1"),
        ("sessions", "sessions_by_visitor", "1000000 200000 3 1"),
        ("sessions", "sessions_by_contact", "300000 60000 5 1"),
        ("sessions", "sessions_with_whole_ip", "100000 20000 1"),
        ("page_views", nil, "5000000 1000000 1 1"),
        ("custom_events", nil, "1000000 200000 1 1"),
        ("page_views", "page_views_by_session", "5000000 1000000 5 1"),
        ("event_ids", nil, "6000000 1200000 1"),
        ("contacts", nil, "500000 100000 1"),
        ("contacts", "contacts_by_age", "500000 100000 1 1"),
        ("contacts", "contacts_by_first_source", "500000 100000 20000 1 1"),
        ("contacts", "contacts_by_latest_source", "500000 100000 20000 1 1"),
        ("contacts", "contacts_by_email", "500000 100000 1 1"),
        ("contacts", "contacts_by_phone", "500000 100000 1 1"),
        ("contacts", "contacts_to_review", "100 20 1"),
        ("contact_claims", nil, "500000 100000 100000 1"),
        ("contact_emails", nil, "50000 10000 1 1"),
        ("contact_tags", nil, "1000000 200000 2 1"),
        ("contact_tags", "contact_tags_by_tag", "1000000 200000 5000 1"),
        ("contact_terms", nil, "5000000 1000000 5 1"),
        ("contact_terms", "contact_terms_by_contact", "5000000 1000000 10"),
        ("contact_field_values", nil, "1000000 200000 3 1"),
        ("timeline", nil, "1000000 200000 3 1 1"),
        ("conversions", nil, "1000000 200000 1"),
        ("conversions", "conversions_by_contact", "1000000 200000 2 1"),
        ("conversions", "conversions_by_age", "1000000 200000 1 1"),
        ("conversions", "conversions_by_status", "1000000 200000 50000 1 1"),
        ("conversions", "conversions_by_form", "1000000 200000 20000 1 1"),
        ("contact_changes", nil, "1000000 200000 3 1"),
        ("contact_changes", "contact_changes_by_contact", "1000000 200000 3 2 1"),
        ("attributions", nil, "1000000 200000 1"),
        ("attributions", "attributions_by_contact", "1000000 200000 2 1"),
        ("attributions", "attributions_with_whole_ip", "100000 20000 1"),
    ]
}

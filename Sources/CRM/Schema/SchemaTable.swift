/// A table as whoever moves its rows to another database sees it.
struct SchemaTable: Sendable {
    /// Whose rows they are.
    enum Owner: Sendable {
        /// The account whose number is in that column.
        case account(column: String)
        /// Everybody's; they move with all accounts, not with one of them.
        case everybody
        /// Locks, tries and places of jobs: they mean something to the servers of one database alone, and stay.
        case servers
    }

    let name: String
    /// The primary key, in its order.
    let key: [String]
    let owner: Owner

    private static func own(_ name: String, _ key: String...) -> SchemaTable {
        SchemaTable(name: name, key: ["account_id"] + key, owner: .account(column: "account_id"))
    }

    /// Every table of the schema, each after those that its foreign keys point to.
    static let all: [SchemaTable] = [
        SchemaTable(name: "accounts", key: ["id"], owner: .account(column: "id")),
        SchemaTable(name: "users", key: ["id"], owner: .everybody),
        SchemaTable(name: "console_sessions", key: ["token_hash"], owner: .everybody),
        own("account_domains", "host"),
        own("excluded_referrers", "host"),
        own("tokens", "id"),
        own("refusals", "day", "reason"),
        own("refused_hosts", "day", "host"),
        own("event_ids", "event_id"),
        own("visitors", "id"),
        own("sessions", "id"),
        own("page_views", "occurred_at", "event_id"),
        own("custom_events", "occurred_at", "event_id"),
        own("contacts", "id"),
        own("contact_emails", "contact_id", "email"),
        own("contact_tags", "contact_id", "tag"),
        own("contact_terms", "term", "contact_id"),
        own("custom_fields", "id"),
        own("contact_field_values", "contact_id", "field_id"),
        own("field_mappings", "field_name"),
        own("timeline", "contact_id", "at", "id"),
        own("forms", "id"),
        own("conversions", "id"),
        own("contact_changes", "conversion_id", "field"),
        own("attributions", "id"),
        SchemaTable(name: "rule_drafts", key: ["account_id"], owner: .account(column: "account_id")),
        own("rule_revisions", "revision"),
        own("replays", "id"),
        own("replay_samples", "replay_id", "view", "from_source", "to_source", "ordinal"),
        own("session_opinions", "revision", "session_id"),
        own("attribution_opinions", "revision", "attribution_id"),
        SchemaTable(name: "contact_claims", key: ["account_id", "kind", "value"], owner: .servers),
        SchemaTable(name: "attempts", key: ["bucket", "at", "id"], owner: .servers),
        SchemaTable(name: "jobs", key: ["name"], owner: .servers),
        SchemaTable(name: "schema_migrations", key: ["number"], owner: .servers),
    ]
}

/// A table as whoever moves its rows to another database sees it.
struct SchemaTable: Sendable {
    /// Whose rows they are.
    enum Owner: Sendable {
        /// The account whose number is in that column.
        case account(column: String)
        /// Everybody's; they move with all accounts, not with one of them.
        case everybody
        /// Locks, tries and places of jobs, and what reports read: it means something to the servers of one database
        /// alone, or is made again from other tables, and stays.
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
        own("audit_entries", "id"),
        SchemaTable(name: "agency_tokens", key: ["id"], owner: .everybody),
        SchemaTable(name: "agency", key: ["number"], owner: .everybody),
        SchemaTable(name: "user_accounts", key: ["user_id", "account_id"], owner: .everybody),
        SchemaTable(name: "password_links", key: ["token_hash"], owner: .everybody),
        SchemaTable(name: "apps", key: ["id"], owner: .everybody),
        SchemaTable(name: "app_grants", key: ["id"], owner: .everybody),
        SchemaTable(name: "app_codes", key: ["code_hash"], owner: .everybody),
        SchemaTable(name: "app_tokens", key: ["token_hash"], owner: .everybody),
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
        own("field_folders", "id"),
        own("custom_values", "id"),
        own("tags", "id"),
        own("business_details"),
        own("timeline", "contact_id", "at", "id"),
        own("notes", "contact_id", "id"),
        own("tasks", "contact_id", "id"),
        own("followers", "contact_id", "user_id"),
        own("pipelines", "id"),
        own("pipeline_stages", "pipeline_id", "id"),
        own("lost_reasons", "id"),
        own("opportunities", "id"),
        own("opportunity_terms", "term", "opportunity_id"),
        own("opportunity_followers", "opportunity_id", "user_id"),
        own("opportunity_field_values", "opportunity_id", "field_id"),
        own("opportunity_changes", "opportunity_id", "id"),
        own("forms", "id"),
        own("trigger_links", "id"),
        own("link_clicks", "id"),
        own("conversions", "id"),
        own("contact_changes", "conversion_id", "field"),
        own("attributions", "id"),
        SchemaTable(name: "rule_drafts", key: ["account_id"], owner: .account(column: "account_id")),
        own("rule_revisions", "revision"),
        own("replays", "id"),
        own("replay_samples", "replay_id", "view", "from_source", "to_source", "ordinal"),
        own("session_opinions", "revision", "session_id"),
        own("attribution_opinions", "revision", "attribution_id"),
        own("webhooks", "id"),
        own("outbox", "id"),
        own("deliveries", "event_id", "webhook_id"),
        own("unsynced_forms", "form_id"),
        own("unsynced_contacts", "contact_id"),
        own("contact_merges", "id"),
        own("imports", "id"),
        own("dashboards", "id"),
        own("dashboard_links", "id"),
        own("ad_costs", "platform", "day", "level", "thing"),
        own("currency_rates", "base", "currency"),
        own("ad_cost_imports", "id"),
        own("ad_cost_import_pieces", "import_id", "piece"),
        SchemaTable(name: "report_states", key: ["account_id"], owner: .servers),
        SchemaTable(name: "report_parts", key: ["account_id", "subject", "from_at"], owner: .servers),
        SchemaTable(name: "report_columns", key: ["account_id", "subject", "from_at", "name"], owner: .servers),
        SchemaTable(name: "report_values", key: ["account_id", "field", "code"], owner: .servers),
        SchemaTable(name: "report_rollups", key: ["account_id", "rollup", "days", "from_at"], owner: .servers),
        SchemaTable(
            name: "report_rollup_chunks", key: ["account_id", "rollup", "days", "from_at", "chunk"], owner: .servers),
        SchemaTable(name: "report_marks", key: ["seq"], owner: .servers),
        SchemaTable(name: "contact_claims", key: ["account_id", "kind", "value"], owner: .servers),
        SchemaTable(name: "attempts", key: ["bucket", "at", "id"], owner: .servers),
        SchemaTable(name: "jobs", key: ["name"], owner: .servers),
        SchemaTable(name: "schema_migrations", key: ["number"], owner: .servers),
    ]
}

import Database

/// A table with rows of contacts, as merging two of them sees it.
struct ContactTable: Sendable {
    let name: String
    /// The columns that are kept to bring a row back, or those that name a row.
    let columns: [String]
    /// The column with the contact.
    let contact: String

    private init(_ name: String, _ columns: [String], contact: String = "contact_id") {
        self.name = name
        self.columns = columns
        self.contact = contact
    }

    /// What a contact is by itself: it goes with the contact, and comes back with it.
    ///
    /// The values that submissions overwrote are among them: a submission that was merged into another contact is undone
    /// after the merge is.
    static let own: [ContactTable] = [
        contacts,
        ContactTable("contact_emails", ["contact_id", "email"]),
        ContactTable("contact_tags", ["contact_id", "tag"]),
        ContactTable("contact_terms", ["contact_id", "term"]),
        ContactTable("contact_field_values", ["contact_id", "field_id", "value"]),
        ContactTable(
            "contact_changes",
            [
                "conversion_id", "field", "contact_id", "ordinal", "old_value", "new_value",
            ]),
        ContactTable("followers", ["contact_id", "user_id", "followed_at"]),
        ContactTable("unsynced_contacts", ["contact_id", "reason", "at"]),
    ]

    static let contacts = ContactTable(
        "contacts", ["id", "created_at", "created_by_source", "created_by_channel"] + values, contact: "id")

    /// The columns of a contact that change.
    static let values =
        ContactProperty.stored.map(\.rawValue) + [
            "email_key", "phone_key", "contact_source", "time_zone", "updated_at", "needs_review",
            "first_attribution_id", "latest_attribution_id", "first_source", "latest_source", "original_channel",
            "original_campaign", "original_medium", "original_source", "original_term", "original_referrer",
            "assigned_to", "dnd", "dnd_settings", "date_of_birth", "gender", "contact_type",
        ]

    /// What has happened to a contact: it goes to the one that stays, and back. Each has an id of its own.
    static let history: [ContactTable] = [
        ContactTable("conversions", ["id"]), ContactTable("attributions", ["id"]), ContactTable("timeline", ["id"]),
        ContactTable("visitors", ["id"]), ContactTable("sessions", ["id"]), ContactTable("notes", ["id"]),
        ContactTable("tasks", ["id"]), ContactTable("opportunities", ["id"]), ContactTable("link_clicks", ["id"]),
        ContactTable("contact_merges", ["id"], contact: "survivor_id"),
    ]

    /// What was told, or is to be told, to others about a contact: it stays as it was told.
    static let messages: [ContactTable] = [ContactTable("outbox", ["id"])]
}

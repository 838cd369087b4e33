import Database

/// Where a search's query finds what it asks about.
struct SearchScope {
    let dialect: Dialect
    /// The columns that put contacts in order by age: those of the index that is walked along.
    var createdAt = "contacts.created_at"
    var id = "contacts.id"

    /// The query that walks along an index of attributions.
    static func walking(_ dialect: Dialect) -> SearchScope {
        SearchScope(dialect: dialect, createdAt: "walked.contact_created_at", id: "walked.contact_id")
    }
}

import CRM

/// What of the audit log somebody looks at, as the page's address says it.
struct AuditFilter {
    /// The whole server instead of the account.
    var isEverywhere = false
    var action: AuditAction?
    /// The id of who did it.
    var actor: String?
    var before: AuditEntryID?

    static let pageSize = 50

    init(_ query: FormBody) {
        isEverywhere = query["where"] == "all"
        action = query.text("action").flatMap(AuditAction.init(rawValue:))
        actor = query.text("who").map { String($0.prefix(100)) }
        before = query.text("before").map { AuditEntryID(rawValue: String($0.prefix(100))) }
    }

    /// - Parameter limit: one more than is shown tells whether there are older ones.
    func query(_ account: AccountID, limit: Int) -> AuditQuery {
        var query = AuditQuery(account: isEverywhere ? nil : account, limit: limit)
        query.action = action
        query.actor = actor
        query.before = before
        return query
    }

    func path(_ root: String, before: AuditEntryID? = nil) -> String {
        ConsolePath(root).with("where", isEverywhere ? "all" : nil).with("action", action?.rawValue)
            .with("who", actor).with("before", before?.rawValue).text
    }
}

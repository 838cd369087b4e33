import Database

/// The SQL of the audit log.
enum AuditStore {
    /// What stands in place of an account for what concerns everybody.
    private static let everybody = AccountID(rawValue: 0)

    static func insert(
        _ connection: Connection, id: AuditEntryID, _ account: AccountID?, _ action: AuditAction, _ subject: String?,
        _ actor: AuditActor, _ now: Milliseconds
    ) throws {
        try connection.execute(
            """
            insert into audit_entries (account_id, id, at, action, subject, actor_kind, actor_id, actor_name)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """, [account ?? everybody, id, now, action, subject, actor.kind, actor.id, actor.name])
    }

    static func entries(_ connection: Connection, _ query: AuditQuery) throws -> [AuditEntry] {
        var conditions: [String] = []
        var values: [any SQLConvertible] = [query.limit]
        func add(_ condition: String, _ value: (any SQLConvertible)?) {
            guard let value else { return }
            values.append(value)
            conditions.append("\(condition) $\(values.count)")
        }
        add("entries.account_id =", query.account)
        add("entries.action =", query.action)
        add("entries.actor_id =", query.actor)
        add("entries.id <", query.before)
        let condition = conditions.isEmpty ? "" : "where " + conditions.joined(separator: " and ")
        return try connection.rows(
            """
            select entries.account_id, entries.id, entries.at, entries.action, entries.subject, entries.actor_kind,
                   entries.actor_id, entries.actor_name, users.email, accounts.name as account_name
            from audit_entries as entries
            left join users on users.id = entries.actor_id and entries.actor_kind = 'user'
            left join accounts on accounts.id = entries.account_id
            \(condition) order by entries.id desc limit $1
            """, values
        ).compactMap(entry)
    }

    /// Nil for an action of a newer version.
    private static func entry(_ row: Row) throws -> AuditEntry? {
        let action: String = try row["action"]
        guard let action = AuditAction(rawValue: action) else { return nil }
        let account: AccountID = try row["account_id"]
        return AuditEntry(
            id: try row["id"], at: try row["at"], account: account == everybody ? nil : account,
            accountName: try row["account_name"], action: action, subject: try row["subject"],
            actor: AuditActor(kind: try row["actor_kind"], id: try row["actor_id"], name: try row["actor_name"]),
            email: try row["email"])
    }
}

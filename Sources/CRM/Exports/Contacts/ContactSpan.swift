import Database

/// A stretch of an account's contacts, the newest first: what is read at a time.
struct ContactSpan: Sendable {
    /// The contact before the first one; nil at the beginning.
    let after: ContactCursor?
    /// The last one; nil at the end of the list.
    let through: ContactCursor?

    static let length = 2_000

    /// The condition on contacts `c` of the account `$1`, and what it binds from `$2` on.
    ///
    /// The moments are bounded once more by themselves: PostgreSQL's planner does not see in two comparisons of pairs
    /// how little lies between them, and would go through all contacts and attributions for every stretch.
    var condition: (sql: String, values: [any SQLConvertible]) {
        var sql = "c.account_id = $1"
        var values: [any SQLConvertible] = []
        for (sign, cursor) in [("<", after), (">=", through)] {
            guard let cursor else { continue }
            let (moment, id) = ("$\(values.count + 2)", "$\(values.count + 3)")
            sql += " and (c.created_at, c.id) \(sign) (\(moment), \(id)) and c.created_at \(sign.prefix(1))= \(moment)"
            values += [cursor.createdAt, cursor.id]
        }
        return (sql, values)
    }

    /// The stretch behind a contact, its end found in the index alone.
    static func following(
        _ connection: Connection, _ account: AccountID, _ after: ContactCursor?
    ) throws -> ContactSpan {
        let condition = ContactSpan(after: after, through: nil).condition
        let row = try connection.row(
            """
            select c.created_at, c.id from contacts c where \(condition.sql)
            order by c.created_at desc, c.id desc limit 1 offset \(length - 1)
            """, [account] + condition.values)
        let through = try row.map { ContactCursor(createdAt: try $0["created_at"], id: try $0["id"]) }
        return ContactSpan(after: after, through: through)
    }
}

import Database

/// The SQL of what happened to opportunities.
enum OpportunityHistoryStore {
    static func insert(
        _ connection: Connection, _ account: AccountID, _ changes: [(id: OpportunityID, change: OpportunityChange)],
        ids: IDSource
    ) throws {
        try connection.insert(
            into: "opportunity_changes",
            ["account_id", "opportunity_id", "id", "at", "kind", "before_value", "after_value", "author"],
            changes.enumerated().map { ordinal, entry in
                let id: Identifier<OpportunityChange> = ids.identifier(at: entry.change.at, ordinal: ordinal)
                let change = entry.change
                return [account, entry.id, id, change.at, change.kind, change.before, change.after, change.author]
            })
    }

    /// Newest first.
    static func history(
        _ connection: Connection, _ account: AccountID, of id: OpportunityID, limit: Int
    ) throws -> [OpportunityChange] {
        try connection.rows(
            """
            select at, kind, before_value, after_value, author from opportunity_changes
            where account_id = $1 and opportunity_id = $2 order by id desc limit $3
            """, [account, id, limit]
        ).map {
            OpportunityChange(
                at: try $0["at"], kind: try $0["kind"], before: try $0["before_value"], after: try $0["after_value"],
                author: try $0["author"])
        }
    }
}

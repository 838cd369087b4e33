import Database

/// What belongs to somebody because its contact is assigned to them.
public enum OwnedThing: Sendable {
    case contact(ContactID)
    case submission(ConversionID)
    case opportunity(OpportunityID)

    /// Finds the contact with the account as `$1`, the id as `$2` and the user as `$3`.
    fileprivate var query: (sql: String, id: any SQLConvertible) {
        switch self {
        case .contact(let id):
            ("select 1 as found from contacts where account_id = $1 and id = $2 and assigned_to = $3", id)
        case .submission(let id):
            (
                """
                select 1 as found from conversions
                join contacts on contacts.account_id = conversions.account_id and contacts.id = conversions.contact_id
                where conversions.account_id = $1 and conversions.id = $2 and contacts.assigned_to = $3
                """, id
            )
        case .opportunity(let id):
            (
                """
                select 1 as found from opportunities
                join contacts
                    on contacts.account_id = opportunities.account_id and contacts.id = opportunities.contact_id
                where opportunities.account_id = $1 and opportunities.id = $2 and contacts.assigned_to = $3
                """, id
            )
        }
    }
}

extension People {
    /// Whether a thing's contact is assigned to somebody.
    public func owns(_ user: UserID, _ thing: OwnedThing, in account: AccountID) async throws -> Bool {
        try await database.read { connection in
            let query = thing.query
            return try connection.row(query.sql, [account, query.id, user]) != nil
        }
    }
}

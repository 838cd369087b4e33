import Database

/// How lively an account is: what an agency looks at first.
public struct AccountActivity: Sendable, Equatable {
    /// Contacts made since a moment that the asker chose.
    public let newContacts: Int
    /// When the newest page view or submission came in.
    public let lastEventAt: Milliseconds?

    public init(newContacts: Int, lastEventAt: Milliseconds?) {
        self.newContacts = newContacts
        self.lastEventAt = lastEventAt
    }
}

extension Accounts {
    /// The activity of some accounts; each costs three short reads of an index.
    public func activity(
        _ accounts: [AccountID], contactsSince start: Milliseconds
    ) async throws -> [AccountID: AccountActivity] {
        try await database.read { connection in
            var found: [AccountID: AccountActivity] = [:]
            for account in accounts {
                found[account] = try AccountStore.activity(connection, account, contactsSince: start)
            }
            return found
        }
    }
}

extension AccountStore {
    static func activity(
        _ connection: Connection, _ account: AccountID, contactsSince start: Milliseconds
    ) throws -> AccountActivity {
        let row = try connection.row(
            """
            select (select count(*) from contacts where account_id = $1 and created_at >= $2) as contacts,
                   (select received_at from page_views where account_id = $1
                    order by occurred_at desc limit 1) as viewed,
                   (select received_at from conversions where account_id = $1
                    order by received_at desc limit 1) as converted
            """, [account, start])
        let times: [Milliseconds?] = [try row?["viewed"] ?? nil, try row?["converted"] ?? nil]
        return AccountActivity(
            newContacts: try row?["contacts"] ?? 0, lastEventAt: times.compactMap { $0 }.max())
    }
}

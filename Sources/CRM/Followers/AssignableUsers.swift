import Database

/// The users whom a contact or a task may be given to.
enum AssignableUsers {
    /// - Parameter field: what a refusal calls the place.
    /// - Throws: `InvalidField` for somebody who is not a user here.
    static func check(
        _ connection: Connection, _ account: AccountID, _ users: Set<UserID>, field: String
    ) throws {
        let unknown = users.subtracting(try known(connection, account, among: users)).sorted()
        guard !unknown.isEmpty else { return }
        let names = unknown.map(\.rawValue).joined(separator: ", ")
        throw InvalidField(field: field, message: "\(field) must be users of this location: \(names) is none")
    }

    static func known(
        _ connection: Connection, _ account: AccountID, among users: Set<UserID>
    ) throws -> Set<UserID> {
        let found = try connection.rows(
            """
            select id from users where id = $1 and deleted_at is null
                and (role = 'admin' or all_accounts or exists (
                    select 1 from user_accounts where user_id = users.id and account_id = $2))
            """, forEach: users.sorted().map { [$0, account] })
        return Set(try found.map { try $0["id"] })
    }

    /// Takes a user who is deleted off everything that was given to them; what they wrote keeps its author's name.
    static func release(_ connection: Connection, _ user: UserID) throws {
        let accounts: [AccountID] = try connection.rows("select id from accounts").map { try $0["id"] }
        for account in accounts {
            for statement in traces { try connection.execute(statement, [account, user]) }
        }
    }

    private static let traces = [
        "update contacts set assigned_to = null where account_id = $1 and assigned_to = $2",
        "update tasks set assigned_to = null where account_id = $1 and assigned_to = $2",
        "update notes set user_id = null where account_id = $1 and user_id = $2",
        "delete from followers where account_id = $1 and user_id = $2",
        "update opportunities set assigned_to = null where account_id = $1 and assigned_to = $2",
        "delete from opportunity_followers where account_id = $1 and user_id = $2",
    ]
}

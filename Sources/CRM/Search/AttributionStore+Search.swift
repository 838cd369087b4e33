import Database

extension ContactStore {
    /// When each of these contacts was added: it stands beside every attribution, so that an index of attributions has
    /// its contacts by age.
    static func ages(
        _ connection: Connection, _ keys: [Scoped<ContactID>]
    ) throws -> [Scoped<ContactID>: Milliseconds] {
        let rows = try connection.rows(
            "select account_id, id, created_at from contacts where account_id = $1 and id = $2",
            forEach: Set(keys).sorted().map { [$0.account, $0.key] })
        var ages: [Scoped<ContactID>: Milliseconds] = [:]
        for row in rows { ages[Scoped(try row["account_id"], try row["id"])] = try row["created_at"] }
        return ages
    }
}

extension AttributionStore {
    /// A submission's attribution goes to another contact, whose age it is found by from now on.
    static func move(
        _ connection: Connection, _ account: AccountID, of submission: ConversionID, from former: ContactID,
        to contact: ContactID
    ) throws {
        try connection.execute(
            """
            update attributions set contact_id = $4, contact_created_at = (
                select created_at from contacts where account_id = $1 and id = $4)
            where account_id = $1 and contact_id = $2 and submission_id = $3
            """, [account, former, submission, contact])
    }
}

import Database

/// The SQL of submission lists.
enum SubmissionStore {
    static func page(_ connection: Connection, _ account: AccountID, _ query: SubmissionQuery) throws -> SubmissionPage
    {
        var conditions = ["account_id = $1", "kind not in ('update', 'trigger_link')"]
        var values: [any SQLConvertible] = [account]
        func place(_ value: any SQLConvertible) -> String {
            values.append(value)
            return "$\(values.count)"
        }
        if let status = query.status { conditions.append("status = \(place(status))") }
        if let form = query.formID { conditions.append("form_id = \(place(form))") }
        if let contact = query.contact { conditions.append("contact_id = \(place(contact))") }
        if let user = query.access.assignee {
            conditions.append(
                """
                exists (select 1 from contacts where contacts.account_id = conversions.account_id
                    and contacts.id = conversions.contact_id and assigned_to = \(place(user)))
                """)
        }
        let isAscending = query.newerThan != nil
        if let cursor = query.newerThan ?? query.olderThan {
            let comparison = isAscending ? ">" : "<"
            conditions.append("(received_at, id) \(comparison) (\(place(cursor.receivedAt)), \(place(cursor.id)))")
        }
        let order = isAscending ? "received_at, id" : "received_at desc, id desc"
        let limit = place(query.limit + 1)
        var found = try connection.rows(
            """
            select \(ConversionStore.columns) from conversions where \(conditions.joined(separator: " and "))
            order by \(order) limit \(limit)
            """, values
        ).map(ConversionStore.conversion)
        let hasMore = found.count > query.limit
        if hasMore { found.removeLast() }
        if isAscending { found.reverse() }
        return SubmissionPage(
            submissions: found, hasNewer: isAscending ? hasMore : query.olderThan != nil,
            hasOlder: isAscending ? true : hasMore)
    }

    static func heldCount(_ connection: Connection, _ account: AccountID) throws -> Int {
        try connection.row(
            "select count(*) as count from conversions where account_id = $1 and status = 'held'", [account])?["count"]
            ?? 0
    }

    static func formsSeen(_ connection: Connection, _ account: AccountID) throws -> [FormActivity] {
        try connection.rows(
            """
            select form_id, kind, max(form_name) as name, count(*) as submissions, max(received_at) as last_at,
                   max(page_url) as page_url
            from conversions where account_id = $1 and form_id is not null
            group by form_id, kind order by last_at desc, form_id limit 500
            """, [account]
        ).map { row in
            FormActivity(
                formID: try row["form_id"], name: try row["name"] as String? ?? "", kind: try row["kind"],
                submissions: try row["submissions"], lastAt: try row["last_at"], pageURL: try row["page_url"])
        }
    }
}

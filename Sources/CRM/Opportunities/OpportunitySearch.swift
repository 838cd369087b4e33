import Database

/// The SQL of opportunity lists: a keyset over the order's column and the id.
enum OpportunitySearch {
    static func page(
        _ connection: Connection, _ account: AccountID, _ query: OpportunityQuery
    ) throws -> OpportunityPage {
        var filter = OpportunityFilter(account, query)
        let column = query.order.column
        if let cursor = query.after {
            let place: any SQLConvertible =
                switch cursor.place {
                case .number(let number): number
                case .text(let text): text
                }
            filter.add("(\(column), id) \(query.order.isDescending ? "<" : ">") (#, #)", [place, cursor.id])
        }
        let direction = query.order.isDescending ? "desc" : "asc"
        let limit = filter.place(query.limit + 1)
        let offset = query.offset == 0 ? "" : "offset \(filter.place(query.offset))"
        var found = try connection.rows(
            """
            select \(OpportunityStore.columns) from opportunities where \(filter.text)
            order by \(column) \(direction), id \(direction) limit \(limit) \(offset)
            """, filter.values
        ).map(OpportunityStore.opportunity)
        let hasMore = found.count > query.limit
        if hasMore { found.removeLast() }
        return OpportunityPage(opportunities: try details(connection, account, found), hasMore: hasMore)
    }

    /// The opportunities in the order given, with everything that hangs on them.
    static func details(
        _ connection: Connection, _ account: AccountID, _ opportunities: [Opportunity]
    ) throws -> [OpportunityDetail] {
        let ids = opportunities.map(\.id)
        let custom = try OpportunityStore.custom(connection, account, ids)
        let followers = try OpportunityStore.followers(connection, account, ids)
        let keys = Set(opportunities.map(\.contact)).sorted().map { Scoped(account, $0) }
        let contacts = try ContactStore.contacts(connection, keys).values.sorted { $0.id < $1.id }
        let details = Dictionary(
            try ContactSearch.details(connection, account, contacts).map { ($0.contact.id, $0) },
            uniquingKeysWith: { first, _ in first })
        return opportunities.compactMap { opportunity in
            // A foreign key says that the contact is there.
            guard let contact = details[opportunity.contact] else { return nil }
            return OpportunityDetail(
                opportunity: opportunity, contact: contact, custom: custom[opportunity.id] ?? [:],
                followers: followers[opportunity.id] ?? [])
        }
    }

    /// What a query finds, counted and added up by pipeline, stage, status, currency and own probability.
    static func totals(
        _ connection: Connection, _ account: AccountID, _ query: OpportunityQuery
    ) throws -> [OpportunityTotal] {
        let filter = OpportunityFilter(account, query)
        // In two parts: each of them fits 64 bits, whatever the values are.
        return try connection.rows(
            """
            select pipeline_id, stage_id, status, currency, probability, count(*) as count,
                   cast(sum(value / \(split)) as bigint) as millions, cast(sum(value % \(split)) as bigint) as rest
            from opportunities where \(filter.text)
            group by pipeline_id, stage_id, status, currency, probability
            order by pipeline_id, stage_id, status, currency, probability nulls last
            """, filter.values
        ).map { row in
            OpportunityTotal(
                pipeline: try row["pipeline_id"], stage: try row["stage_id"], status: try row["status"],
                probability: try row["probability"], count: try row["count"],
                value: Money(minorUnits: sum(try row["millions"], try row["rest"]), currency: try row["currency"]))
        }
    }

    private static let split: Int64 = 1_000_000

    private static func sum(_ millions: Int64, _ rest: Int64) -> Int64 {
        let (high, isTooLarge) = millions.multipliedReportingOverflow(by: split)
        let (sum, overflows) = high.addingReportingOverflow(rest)
        return isTooLarge || overflows ? .max : sum
    }
}

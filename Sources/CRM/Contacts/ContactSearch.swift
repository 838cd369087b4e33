import Attribution
import Database
import Foundation

/// The SQL of contact lists: a keyset over (created_at, id), so that the thousandth page is as quick as the first.
enum ContactSearch {
    static func page(_ connection: Connection, _ account: AccountID, _ query: ContactQuery) throws -> ContactPage {
        var filter = try Filter(account, query, connection)
        var ascending = false
        switch query.start {
        case .olderThan(let cursor): filter.add("(created_at, id) < (#, #)", [cursor.createdAt, cursor.id])
        case .newerThan(let cursor):
            filter.add("(created_at, id) > (#, #)", [cursor.createdAt, cursor.id])
            ascending = true
        case nil: break
        }
        let order = ascending ? "created_at, id" : "created_at desc, id desc"
        let limit = filter.place(query.limit + 1)
        var found = try connection.rows(
            "select \(ContactStore.columns) from contacts where \(filter.text) order by \(order) limit \(limit)",
            filter.values
        ).map(ContactStore.contact)
        let hasMore = found.count > query.limit
        if hasMore { found.removeLast() }
        if ascending { found.reverse() }
        return ContactPage(
            contacts: try details(connection, account, found),
            hasNewer: ascending ? hasMore : query.start != nil,
            hasOlder: ascending ? true : hasMore)
    }

    static func count(
        _ connection: Connection, _ account: AccountID, _ query: ContactQuery, ceiling: Int
    ) throws -> Int {
        var filter = try Filter(account, query, connection)
        let limit = filter.place(ceiling)
        let row = try connection.row(
            "select count(*) as count from (select 1 from contacts where \(filter.text) limit \(limit)) as found",
            filter.values)
        return try row?["count"] ?? 0
    }

    /// The contacts in the order given, with everything that hangs on them.
    static func details(_ connection: Connection, _ account: AccountID, _ contacts: [Contact]) throws -> [ContactDetail]
    {
        let keys = contacts.map { Scoped(account, $0.id) }
        let custom = try ContactStore.customValues(connection, keys)
        let tags = try ContactStore.tags(connection, keys)
        let emails = try ContactStore.additionalEmails(connection, keys)
        let visitors = try visitors(connection, account, contacts.map(\.id))
        let attributions = try AttributionStore.attributions(
            connection, account, contacts.flatMap { [$0.first?.id, $0.latest?.id].compactMap { $0 } })
        return contacts.map { contact in
            let key = Scoped(account, contact.id)
            return ContactDetail(
                contact: contact, custom: custom[key] ?? [:], tags: (tags[key] ?? []).sorted(),
                additionalEmails: (emails[key] ?? []).filter { $0 != contact.properties[.email] }.sorted(),
                first: contact.first.flatMap { attributions[$0.id] },
                latest: contact.latest.flatMap { attributions[$0.id] }, visitors: visitors[contact.id] ?? [])
        }
    }

    private static func visitors(
        _ connection: Connection, _ account: AccountID, _ ids: [ContactID]
    ) throws -> [ContactID: [VisitorID]] {
        guard !ids.isEmpty else { return [:] }
        var visitors: [ContactID: [VisitorID]] = [:]
        try connection.forEach(
            """
            select contact_id, id from visitors
            where account_id = $1 and contact_id in (\(placeholders(ids.count, after: 1))) order by linked_at desc, id
            """, [account] + ids as [any SQLConvertible]
        ) { row in
            visitors[try row["contact_id"], default: []].append(try row["id"])
        }
        return visitors
    }

    /// The `where` of a list, built up with its values.
    private struct Filter {
        private(set) var text = "account_id = $1"
        private(set) var values: [any SQLConvertible]

        init(_ account: AccountID, _ query: ContactQuery, _ connection: Connection) throws {
            values = [account]
            if let source = query.firstSource { add("first_source = #", [source]) }
            if let source = query.latestSource { add("latest_source = #", [source]) }
            if query.needsReview { add("needs_review is not null", []) }
            if let tag = query.tag {
                add(
                    """
                    exists (select 1 from contact_tags where contact_tags.account_id = contacts.account_id
                        and contact_tags.contact_id = contacts.id and tag = #)
                    """, [tag])
            }
            for word in query.search.map(SearchTerms.typed) ?? [] {
                add(
                    try Self.isCommon(word, connection, account) ? Self.probing : Self.driving,
                    [word, word + "\u{10FFFF}"])
            }
        }

        /// The contacts of a rare word are fetched; a common one is looked up contact by contact, the newest first, until
        /// the page is full.
        private static let driving = """
            id in (select contact_id from contact_terms
                where contact_terms.account_id = $1 and term >= # and term < #)
            """
        private static let probing = """
            exists (select 1 from contact_terms where contact_terms.account_id = $1
                and contact_terms.contact_id = contacts.id and term >= # and term < #)
            """
        private static let commonFrom = 5_000

        private static func isCommon(_ word: String, _ connection: Connection, _ account: AccountID) throws -> Bool {
            let row = try connection.row(
                """
                select count(*) as count from (
                    select 1 from contact_terms where account_id = $1 and term >= $2 and term < $3 limit $4) as found
                """, [account, word, word + "\u{10FFFF}", commonFrom])
            return try row?["count"] ?? 0 >= commonFrom
        }

        /// Adds a condition whose `#` stand for the values, in order.
        mutating func add(_ condition: String, _ values: [any SQLConvertible]) {
            var parts = condition.components(separatedBy: "#")
            var numbered = parts.removeFirst()
            for (value, part) in zip(values, parts) { numbered += place(value) + part }
            text += " and " + numbered
        }

        mutating func place(_ value: any SQLConvertible) -> String {
            values.append(value)
            return "$\(values.count)"
        }
    }
}

import Attribution
import Database
import Foundation

/// The SQL of contact lists: a keyset over what they are sorted by, so the thousandth page is as quick as the first.
enum ContactSearch {
    static func page(_ connection: Connection, _ account: AccountID, _ query: ContactQuery) throws -> ContactPage {
        let walk = try ContactWalk(connection, account, query)
        let ordering = ContactOrdering(query.order)
        let isReversed = if case .newerThan = query.start { true } else { false }
        var found = try connection.rows(rows(query, walk, ordering, isReversed: isReversed)).map(ordering.place)
        let hasMore = found.count > query.limit
        if hasMore { found.removeLast() }
        if isReversed { found.reverse() }
        let contacts = try ContactStore.contacts(connection, found.map { Scoped(account, $0.id) })
        return ContactPage(
            contacts: try details(connection, account, found.compactMap { contacts[Scoped(account, $0.id)] }),
            places: found,
            hasNewer: isReversed ? hasMore : query.start != nil || query.offset > 0,
            hasOlder: isReversed ? true : hasMore)
    }

    /// The ids of a page with what they are sorted by: rows stay narrow where they have to be sorted.
    private static func rows(
        _ query: ContactQuery, _ walk: ContactWalk, _ ordering: ContactOrdering, isReversed: Bool
    ) -> SQLPart {
        let (age, id) = (walk.scope.createdAt, walk.scope.id)
        let rows =
            SQLPart("select \(id) as id, \(age) as created_at") + ordering.columns(walk.scope)
            + SQLPart(" from \(walk.tables) where ") + walk.condition
        let limit = SQLPart(" limit # offset #", [query.limit + 1, query.offset])
        if ordering.leading.isEmpty {
            let order = ordering.text(createdAt: age, id: id, reversed: isReversed)
            return rows + behind(query.start, ordering, age, id) + SQLPart(" order by \(order)") + limit
        }
        let order = ordering.text(createdAt: "created_at", id: "id", reversed: isReversed)
        return SQLPart("select * from (") + rows + SQLPart(") as found where 1 = 1")
            + behind(query.start, ordering, "created_at", "id") + SQLPart(" order by \(order)") + limit
    }

    private static func behind(
        _ start: ContactQuery.Start?, _ ordering: ContactOrdering, _ age: String, _ id: String
    ) -> SQLPart {
        let part: SQLPart? =
            switch start {
            case .olderThan(let cursor): SQLPart("(\(age), \(id)) < (#, #)", [cursor.createdAt, cursor.id])
            case .newerThan(let cursor): SQLPart("(\(age), \(id)) > (#, #)", [cursor.createdAt, cursor.id])
            case .after(let place): ordering.behind(place, createdAt: age, id: id)
            case nil: nil
            }
        return part.map { SQLPart(" and ") + $0 } ?? SQLPart("")
    }

    static func count(
        _ connection: Connection, _ account: AccountID, _ query: ContactQuery, ceiling: Int
    ) throws -> Int {
        let walk = try ContactWalk(connection, account, query)
        return try connection.count(
            SQLPart("select 1 as found from \(walk.tables) where ") + walk.condition, ceiling: ceiling)
    }

    /// The contacts in the order given, with everything that hangs on them.
    static func details(_ connection: Connection, _ account: AccountID, _ contacts: [Contact]) throws -> [ContactDetail]
    {
        let keys = contacts.map { Scoped(account, $0.id) }
        let custom = try ContactStore.customValues(connection, keys)
        let tags = try ContactStore.tags(connection, keys)
        let emails = try ContactStore.additionalEmails(connection, keys)
        let visitors = try visitors(connection, account, contacts.map(\.id))
        let followers = try FollowerStore.followers(connection, keys)
        let attributions = try AttributionStore.attributions(
            connection, account, contacts.flatMap { [$0.first?.id, $0.latest?.id].compactMap { $0 } })
        return contacts.map { contact in
            let key = Scoped(account, contact.id)
            return ContactDetail(
                contact: contact, custom: custom[key] ?? [:], tags: (tags[key] ?? []).sorted(),
                additionalEmails: (emails[key] ?? []).filter { $0 != contact.properties[.email] }.sorted(),
                first: contact.first.flatMap { attributions[$0.id] },
                latest: contact.latest.flatMap { attributions[$0.id] }, visitors: visitors[contact.id] ?? [],
                followers: followers[key] ?? [])
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
}

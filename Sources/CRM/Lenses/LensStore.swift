import Attribution
import Database

/// The SQL of touches as lenses look at them.
enum LensStore {
    /// A contact with the touch of its First or of its Latest attribution.
    struct ContactTouch: Sendable {
        let contact: ContactID
        let createdAt: Milliseconds
        let touch: LensTouch
    }

    private static let touchColumns = "source, url, referrer, user_agent, own_domains"

    /// Contacts of a period, newest first, a chunk at a time. One without an attribution has no touch and is left out.
    static func contacts(
        _ connection: Connection, _ account: AccountID, in period: Range<Milliseconds>,
        on position: AttributionPosition,
        after last: ContactCursor?, limit: Int
    ) throws -> [ContactTouch] {
        let place = last == nil ? "contacts.created_at < $3" : "(contacts.created_at, contacts.id) < ($3, $5)"
        let values: [any SQLConvertible] = [
            account, period.lowerBound, last?.createdAt ?? period.upperBound, limit,
        ]
        // The order of the join is said aloud, so that the contacts lead.
        return try connection.rows(
            """
            select contacts.id as contact_id, contacts.created_at as contact_created_at, \(touchColumns)
            from contacts cross join attributions
            where contacts.account_id = $1 and contacts.created_at >= $2 and \(place)
                and attributions.account_id = contacts.account_id
                and attributions.id = contacts.\(position.rawValue)_attribution_id
            order by contacts.created_at desc, contacts.id desc limit $4
            """, values + (last.map { [$0.id] } ?? [])
        ).map { row in
            ContactTouch(
                contact: try row["contact_id"], createdAt: try row["contact_created_at"], touch: try touch(row))
        }
    }

    /// The touches of a contact's First and Latest.
    static func attributions(
        _ connection: Connection, _ account: AccountID, of contact: Contact
    ) throws -> [AttributionPosition: LensTouch] {
        let ids = [AttributionPosition.first: contact.first?.id, .latest: contact.latest?.id]
        var touches: [AttributionPosition: LensTouch] = [:]
        for (position, id) in ids {
            guard let id else { continue }
            touches[position] = try connection.row(
                "select \(touchColumns) from attributions where account_id = $1 and id = $2", [account, id]
            ).map(touch)
        }
        return touches
    }

    private static func touch(_ row: Row) throws -> LensTouch {
        LensTouch(
            url: try row["url"], referrer: try row["referrer"], userAgent: try row["user_agent"],
            source: try row["source"], ownDomains: try row["own_domains"])
    }

    static func visits(
        _ connection: Connection, _ account: AccountID, of contact: ContactID, limit: Int
    ) throws -> [(startedAt: Milliseconds, touch: LensTouch)] {
        try connection.rows(
            """
            select started_at, source, landing_url as url, landing_referrer as referrer, user_agent, own_domains
            from sessions where account_id = $1 and contact_id = $2 order by started_at desc, id limit $3
            """, [account, contact, limit]
        ).map { (startedAt: try $0["started_at"], touch: try touch($0)) }
    }
}

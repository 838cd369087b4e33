import CRM
import Database
import Foundation

/// Very many contacts with what search looks at: an attribution each, two for every fourth, tags and words of names.
///
/// It is written as stored rows, not through capture, which would take an hour for what takes minutes this way. Contact
/// n follows from n alone, so that figures of different days compare: n was added n·31 seconds after the first one, every
/// tenth by the campaign `spring`, every thousandth by `rare`, the others by one of two hundred.
struct BenchCrowd: Sendable {
    let account: AccountID
    let contacts: Int
    /// The moment at which the last contact is added.
    let end: Milliseconds

    /// How many contacts go in one transaction.
    private static let stride = 100_000
    private static let pace: Milliseconds = 31_000

    func write(to database: Database) async throws {
        for start in Swift.stride(from: 0, to: contacts, by: Self.stride) {
            let range = start..<min(contacts, start + Self.stride)
            try await database.write(limit: .none) { connection in
                try writeContacts(connection, range)
                try writeAttributions(connection, range)
                try writeTags(connection, range)
                try writeTerms(connection, range)
            }
        }
        // PostgreSQL would do so by itself a minute later.
        if database.dialect == .postgres {
            try await database.write(limit: .none) { connection in
                for table in ["contacts", "attributions", "contact_tags", "contact_terms"] {
                    try connection.execute("analyze \(table)")
                }
            }
        }
    }

    /// Rows with a number `n` and the names and the moment that follow from it.
    private static let numbered = """
        with recursive numbers (n) as (select cast($2 as bigint) union all
            select n + 1 from numbers where n + 1 < cast($3 as bigint)),
        crowd as (
            select n, 'c' || (n + 1000000000000) as contact, 'a' || (n + 1000000000000) as attribution,
                case when n % 4 = 0 then 'b' else 'a' end || (n + 1000000000000) as latest,
                cast($4 as bigint) - (cast($5 as bigint) - n) * \(pace) as added
            from numbers)
        """

    private func values(_ range: Range<Int>) -> [any SQLConvertible] {
        [account, range.lowerBound, range.upperBound, end, contacts]
    }

    private func writeContacts(_ connection: Connection, _ range: Range<Int>) throws {
        try connection.execute(
            """
            insert into contacts
                (account_id, id, first_name, last_name, email, email_key, phone, phone_key, city, country,
                 contact_source, created_at, updated_at, created_by_source, created_by_channel, first_attribution_id,
                 latest_attribution_id, first_source, latest_source)
            \(Self.numbered)
            select $1, contact, 'Jo', 'Field ' || n, 'lead-' || n || '@example.com', 'lead-' || n || '@example.com',
                '+1555' || (n + 10000000), '+1555' || (n + 10000000), 'Graz', 'AT', 'Consultation', added, added,
                'EXTERNAL_TRACKING', 'WEB', attribution, latest, 'paid_search',
                case when n % 4 = 0 then 'referral' else 'paid_search' end
            from crowd
            """, values(range))
    }

    /// The first attribution of each contact, and the later one of every fourth.
    private func writeAttributions(_ connection: Connection, _ range: Range<Int>) throws {
        for (name, later) in [("attribution", false), ("latest", true)] {
            try connection.execute(
                """
                insert into attributions
                    (account_id, id, contact_id, contact_created_at, created_at, source, own_domains, imported,
                     ip_is_whole, url, utm_source, utm_medium, utm_campaign, campaign, utm_content, gclid, medium,
                     medium_id, form_name, user_agent)
                \(Self.numbered)
                select $1, \(name), contact, added, added + cast($6 as bigint), 'paid_search', '["clinic.example"]',
                    \(connection.dialect.no), \(connection.dialect.no),
                    'https://clinic.example/?utm_source=google&utm_campaign=autumn&gclid=' || n,
                    case n % 3 when 0 then 'google' when 1 then 'facebook' else 'newsletter' end,
                    case n % 3 when 2 then 'email' else 'cpc' end, \(Self.campaign), \(Self.campaign),
                    'variant ' || (n % 7), case when n % 3 = 0 then 'gclid-' || n end, 'External Form',
                    'consultation-' || (n % 12), 'Consultation', 'Mozilla/5.0 (X11; Linux x86_64)'
                from crowd \(later ? "where n % 4 = 0" : "")
                """, values(range) + [later ? Milliseconds.hour : 0])
        }
    }

    private static let campaign = """
        case when n % 1000 = 7 then 'rare' when n % 10 = 3 then 'spring' else 'campaign ' || (n % 200) end
        """

    private func writeTags(_ connection: Connection, _ range: Range<Int>) throws {
        try connection.execute(
            """
            insert into contact_tags (account_id, contact_id, tag)
            \(Self.numbered)
            select $1, contact, 'external form: Consultation' from crowd
            """, values(range))
        try connection.execute(
            """
            insert into contact_tags (account_id, contact_id, tag)
            \(Self.numbered)
            select $1, contact, 'vip' from crowd where n % 500 = 13
            """, values(range))
    }

    private func writeTerms(_ connection: Connection, _ range: Range<Int>) throws {
        for term in ["'jo'", "'field'", "cast(n as text)", "'lead-' || n || '@example.com'"] {
            try connection.execute(
                """
                insert into contact_terms (account_id, term, contact_id)
                \(Self.numbered)
                select $1, \(term), contact from crowd
                """, values(range))
        }
    }
}

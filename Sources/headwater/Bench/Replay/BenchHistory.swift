import Attribution
import CRM
import Database
import Foundation

/// A history of sessions over a year, and a contact with its attribution for every fortieth of them.
///
/// It is written as stored rows, not through capture, which would take an hour for what takes a minute this way; each
/// row holds what capture would have stored. Row n follows from n alone, so that figures of different days compare.
struct BenchHistory: Sendable {
    let account: AccountID
    let touches: Int
    let landings: [Landing]

    /// How many sessions go in one transaction.
    private static let stride = 100_000
    private static let sessionsPerContact = 40
    private static let userAgent = """
        Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 \
        Mobile/15E148 Safari/604.1
        """

    func write(to database: Database) async throws {
        try await database.write { try writeLandings($0) }
        let end = Milliseconds(Date())
        for start in Swift.stride(from: 0, to: touches, by: Self.stride) {
            let range = start..<min(touches, start + Self.stride)
            try await database.write { connection in
                try writeSessions(connection, range, end: end)
                try writeContacts(connection, range)
                try writeAttributions(connection, range)
            }
        }
        try await database.write { _ = try $0.execute("drop table bench_landings") }
    }

    /// The landings with their classic verdicts, which is what they were locked with.
    private func writeLandings(_ connection: Connection) throws {
        try connection.execute(
            "create table bench_landings (n integer primary key, url text, referrer text, source text, rule text)")
        let classifier = Classifier(.classic)
        let ownDomains = OwnDomains(["clinic.example"])
        for (index, landing) in landings.enumerated() {
            let decision = classifier.decide(landing, ownDomains: ownDomains)
            try connection.execute(
                "insert into bench_landings (n, url, referrer, source, rule) values ($1, $2, $3, $4, $5)",
                [index, landing.url, landing.referrer, decision.source.rawValue, decision.rule.number])
        }
    }

    private func writeSessions(_ connection: Connection, _ range: Range<Int>, end: Milliseconds) throws {
        try connection.execute(
            """
            insert into sessions
                (account_id, id, visitor_id, contact_id, started_at, last_seen_at, landing_url, landing_referrer,
                 user_agent, ip_is_whole, page_views, conversions, source, rule_number, rule_set, rule_set_version,
                 catalogue_version, own_domains)
            with recursive numbers (i) as (select $2 union all select i + 1 from numbers where i + 1 < $3)
            select $1, cast(printf('%016d', i) as blob), cast(printf('%016d', i / 3) as blob),
                case when i % $6 = 0 then printf('%020d', i) end, $4 - ($5 - i) * (31536000000 / $5),
                $4 - ($5 - i) * (31536000000 / $5) + 60000, url, referrer, $7, 0, 1, i % $6 = 0, source, rule,
                'classic', 1, $8, '["clinic.example"]'
            from numbers join bench_landings on n = i * 7919 % $9
            """,
            [
                account, range.lowerBound, range.upperBound, end, touches, Self.sessionsPerContact, Self.userAgent,
                ReferrerCatalogue.standard.version, landings.count,
            ])
    }

    private func writeContacts(_ connection: Connection, _ range: Range<Int>) throws {
        try connection.execute(
            """
            insert into contacts
                (account_id, id, email, email_key, created_at, updated_at, created_by_source, created_by_channel,
                 first_attribution_id, latest_attribution_id, first_source, latest_source)
            select account_id, contact_id, contact_id || '@example.com', contact_id || '@example.com', started_at,
                started_at, 'form', 'web', contact_id, contact_id, source, source
            from sessions
            where account_id = $1 and contact_id is not null
                and id between cast(printf('%016d', $2) as blob) and cast(printf('%016d', $3 - 1) as blob)
            """, [account, range.lowerBound, range.upperBound])
    }

    private func writeAttributions(_ connection: Connection, _ range: Range<Int>) throws {
        try connection.execute(
            """
            insert into attributions
                (account_id, id, contact_id, created_at, source, rule_number, rule_set, rule_set_version,
                 catalogue_version, own_domains, imported, landing_at, url, referrer, user_agent, ip_is_whole, medium,
                 visitor_id)
            select account_id, contact_id, contact_id, started_at + 30000, source, rule_number, rule_set,
                rule_set_version, catalogue_version, own_domains, 0, started_at, landing_url, landing_referrer,
                user_agent, 0, 'form',
                substr(hex(visitor_id), 1, 8) || '-' || substr(hex(visitor_id), 9, 4) || '-'
                    || substr(hex(visitor_id), 13, 4) || '-' || substr(hex(visitor_id), 17, 4) || '-'
                    || substr(hex(visitor_id), 21)
            from sessions
            where account_id = $1 and contact_id is not null
                and id between cast(printf('%016d', $2) as blob) and cast(printf('%016d', $3 - 1) as blob)
            """, [account, range.lowerBound, range.upperBound])
    }
}

import Attribution
import Database

/// The SQL of second opinions.
enum OpinionStore {
    static func save(
        _ connection: Connection, _ account: AccountID, _ revision: Int, sessions: [SessionOpinion]
    ) throws {
        try connection.insert(
            into: "session_opinions", ["account_id", "revision", "session_id", "source", "rule_number", "sub_label"],
            sessions.map { [account, revision, $0.session, $0.source, $0.ruleNumber, $0.subLabel] },
            """
            on conflict (account_id, revision, session_id) do update set
                source = excluded.source, rule_number = excluded.rule_number, sub_label = excluded.sub_label
            """)
    }

    /// Those of attributions that this transaction has inserted, so nothing can be in the way of them.
    static func insert(
        _ connection: Connection, _ account: AccountID, _ revision: Int, attributions: [AttributionOpinion]
    ) throws {
        let opinions = attributions.sorted { $0.attribution.rawValue < $1.attribution.rawValue }
        try connection.insert(
            into: "attribution_opinions", ["account_id", "revision", "attribution_id"] + attributionColumnNames,
            try opinions.map { try [account, revision, $0.attribution] + values($0) })
    }

    private static let attributionColumns = attributionColumnNames.joined(separator: ", ")

    private static let attributionColumnNames = [
        "source", "rule_number", "sub_label", "verdict", "carried_from_at", "landing_url", "landing_referrer",
    ]

    private static func values(_ opinion: AttributionOpinion) throws -> [any SQLConvertible] {
        [
            opinion.verdict.source, opinion.verdict.rule.number, opinion.verdict.subLabel,
            try JSONText.encode(opinion.verdict), opinion.carriedFromAt, opinion.landing?.url,
            opinion.landing?.referrer,
        ]
    }

    /// Those of attributions that are still there: a contact may be erased while its history is judged.
    static func save(
        _ connection: Connection, _ account: AccountID, _ revision: Int, attributions: [AttributionOpinion]
    ) throws {
        for opinion in attributions {
            try connection.execute(
                """
                insert into attribution_opinions (account_id, revision, attribution_id, \(attributionColumns))
                select account_id, $2, id, $4, $5, $6, $7, $8, $9, $10 from attributions
                where account_id = $1 and id = $3
                on conflict (account_id, revision, attribution_id) do update set
                    source = excluded.source, rule_number = excluded.rule_number, sub_label = excluded.sub_label,
                    verdict = excluded.verdict, carried_from_at = excluded.carried_from_at,
                    landing_url = excluded.landing_url, landing_referrer = excluded.landing_referrer
                """,
                try [account, revision, opinion.attribution] + values(opinion))
        }
    }

    static func opinions(
        _ connection: Connection, _ account: AccountID, _ revision: Int, _ ids: [AttributionID]
    ) throws -> [AttributionID: SecondOpinion] {
        guard !ids.isEmpty else { return [:] }
        let rows = try connection.rows(
            """
            select attribution_id, \(attributionColumns)
            from attribution_opinions
            where account_id = $1 and revision = $2 and attribution_id in (\(placeholders(ids.count, after: 2)))
            """, [account, revision] + ids as [any SQLConvertible])
        var opinions: [AttributionID: SecondOpinion] = [:]
        for row in rows {
            let url: String? = try row["landing_url"]
            let referrer: String? = try row["landing_referrer"]
            opinions[try row["attribution_id"]] = SecondOpinion(
                revision: revision, source: try row["source"], ruleNumber: try row["rule_number"],
                subLabel: try row["sub_label"], verdict: try JSONText.decode(from: try row["verdict"]),
                carriedFromAt: try row["carried_from_at"], landing: url.map { Landing(url: $0, referrer: referrer) })
        }
        return opinions
    }

    static func opinions(
        _ connection: Connection, _ account: AccountID, _ revision: Int, _ ids: [SessionID]
    ) throws -> [SessionID: SecondOpinion] {
        guard !ids.isEmpty else { return [:] }
        let rows = try connection.rows(
            """
            select session_id, source, rule_number, sub_label from session_opinions
            where account_id = $1 and revision = $2 and session_id in (\(placeholders(ids.count, after: 2)))
            """, [account, revision] + ids as [any SQLConvertible])
        var opinions: [SessionID: SecondOpinion] = [:]
        for row in rows {
            opinions[try row["session_id"]] = SecondOpinion(
                revision: revision, source: try row["source"], ruleNumber: try row["rule_number"],
                subLabel: try row["sub_label"], verdict: nil, carriedFromAt: nil, landing: nil)
        }
        return opinions
    }

    /// A revision whose opinions nobody will look at any more.
    static func toPrune(_ connection: Connection) throws -> Scoped<Int>? {
        try connection.row(
            """
            select account_id, revision from rule_revisions
            where has_opinions and state in ('retired', 'cancelled') order by account_id, revision limit 1
            """
        ).map { Scoped(try $0["account_id"], try $0["revision"]) }
    }

    /// Deletes some opinions of a revision; it is done with when there were none.
    static func prune(_ connection: Connection, _ revision: Scoped<Int>, limit: Int) throws {
        var deleted = 0
        for (table, key) in [("session_opinions", "session_id"), ("attribution_opinions", "attribution_id")] {
            deleted += try connection.execute(
                """
                delete from \(table) where account_id = $1 and revision = $2 and \(key) in (
                    select \(key) from \(table) where account_id = $1 and revision = $2 order by \(key) limit $3)
                """, [revision.account, revision.key, limit])
        }
        guard deleted == 0 else { return }
        try connection.execute(
            "update rule_revisions set has_opinions = $3 where account_id = $1 and revision = $2",
            [revision.account, revision.key, false])
    }
}

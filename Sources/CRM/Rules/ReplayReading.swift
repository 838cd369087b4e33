import Attribution
import Database

/// The SQL of replays as people look at them.
enum ReplayReading {
    private static let columns = """
        id, kind, state, revision, draft_version, author, started_at, finished_at, done, total, counts
        """

    static func replay(_ connection: Connection, _ account: AccountID, _ id: ReplayID) throws -> Replay? {
        try connection.row("select \(columns) from replays where account_id = $1 and id = $2", [account, id])
            .map { try replay($0, samples: try samples(connection, account, id)) }
    }

    /// Newest first, without samples.
    static func replays(_ connection: Connection, _ account: AccountID, limit: Int) throws -> [Replay] {
        try connection.rows(
            "select \(columns) from replays where account_id = $1 order by id desc limit $2", [account, limit]
        ).map { try replay($0, samples: []) }
    }

    static func running(_ connection: Connection, _ account: AccountID, _ kind: Replay.Kind) throws -> ReplayID? {
        try connection.row(
            """
            select id from replays
            where account_id = $1 and kind = $2 and state in ('queued', 'running') order by id desc limit 1
            """, [account, kind]
        ).map { try $0["id"] }
    }

    private static func replay(_ row: Row, samples: [ReplaySample]) throws -> Replay {
        let tally: ReplayTally = try JSONText.decode(from: try row["counts"])
        return Replay(
            id: try row["id"], kind: try row["kind"], state: try row["state"], revision: try row["revision"],
            draftVersion: try row["draft_version"], author: try row["author"], startedAt: try row["started_at"],
            finishedAt: try row["finished_at"], done: try row["done"], total: try row["total"],
            result: tally.diff(samples: samples))
    }

    /// An example whose contact was erased meanwhile is left out.
    private static func samples(
        _ connection: Connection, _ account: AccountID, _ id: ReplayID
    ) throws -> [ReplaySample] {
        try connection.rows(
            """
            select view, from_source, to_source, attribution_id, session_id, old_rule, new_rule,
                coalesce(attributions.contact_id, sessions.contact_id) as contact_id,
                coalesce(attributions.direct_url, attributions.url, sessions.landing_url) as url,
                case when attributions.direct_url is not null then attributions.direct_referrer
                     else coalesce(attributions.referrer, sessions.landing_referrer) end as referrer
            from replay_samples as samples
            left join attributions on attributions.account_id = $1 and attributions.id = attribution_id
            left join sessions on sessions.account_id = $1 and sessions.id = session_id
            where samples.account_id = $1 and replay_id = $2
            order by view, from_source, to_source, ordinal
            """, [account, id]
        ).compactMap { row in
            guard let url = try row["url"] as String? else { return nil }
            return ReplaySample(
                view: try row["view"], from: try row["from_source"], to: try row["to_source"],
                contact: try row["contact_id"], attribution: try row["attribution_id"], session: try row["session_id"],
                landingURL: url, landingReferrer: try row["referrer"], oldRule: try row["old_rule"],
                newRule: try row["new_rule"])
        }
    }
}

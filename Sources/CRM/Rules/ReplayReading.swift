import Attribution
import Database

/// The SQL of replays as people look at them.
enum ReplayReading {
    private static let columns = """
        id, kind, state, revision, draft_version, author, started_at, finished_at, done, total, counts
        """

    /// The most examples of a view that are shown: each of its moves has as many of them as the others.
    private static let samplesAView = 300

    /// With examples once it is done: who follows its progress asks often, and looks at numbers.
    static func replay(_ connection: Connection, _ account: AccountID, _ id: ReplayID) throws -> Replay? {
        guard
            let row = try connection.row(
                "select \(columns) from replays where account_id = $1 and id = $2", [account, id])
        else { return nil }
        let found = try replay(row, samples: [])
        guard found.state == .done else { return found }
        let examples = try ReplayView.allCases.flatMap { view in
            try samples(connection, account, id, view, ofMoves: found.result.matrix(view).moves.count)
        }
        return try replay(row, samples: examples)
    }

    /// The revision that a replay publishes; nil for a preview.
    static func revision(
        _ connection: Connection, _ account: AccountID, publishedBy id: ReplayID
    ) throws -> Int? {
        try connection.row("select revision from replays where account_id = $1 and id = $2", [account, id])
            .flatMap { try $0["revision"] as Int? }
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
        let counts: String = try row["counts"]
        let counted: ReplayTally? = try? JSONText.decode(from: counts)
        let tally = counted ?? ReplayTally()
        var state: Replay.State = try row["state"]
        let kind: Replay.Kind = try row["kind"]
        // Counts that nobody can read are no review, so that preview has failed; what was published, was.
        if counted == nil, kind == .preview, state != .cancelled { state = .failed }
        return Replay(
            id: try row["id"], kind: kind, state: state, revision: try row["revision"],
            draftVersion: try row["draft_version"], author: try row["author"], startedAt: try row["started_at"],
            finishedAt: try row["finished_at"], done: try row["done"], total: try row["total"],
            result: tally.diff(samples: samples))
    }

    /// An example whose contact was erased meanwhile is left out.
    static func samples(
        _ connection: Connection, _ account: AccountID, _ id: ReplayID, _ view: ReplayView, ofMoves moves: Int
    ) throws -> [ReplaySample] {
        guard moves > 0 else { return [] }
        let each = min(ReplayTally.sampleLimit, max(1, samplesAView / moves))
        return try connection.rows(
            """
            select view, from_source, to_source, attribution_id, session_id, old_rule, new_rule,
                coalesce(attributions.contact_id, sessions.contact_id) as contact_id,
                sessions.started_at,
                coalesce(attributions.direct_url, attributions.url, sessions.landing_url) as url,
                case when attributions.direct_url is not null then attributions.direct_referrer
                     else coalesce(attributions.referrer, sessions.landing_referrer) end as referrer
            from replay_samples as samples
            left join attributions on attributions.account_id = $1 and attributions.id = attribution_id
            left join sessions on sessions.account_id = $1 and sessions.id = session_id
            where samples.account_id = $1 and replay_id = $2 and view = $3 and ordinal < $4
            order by from_source, to_source, ordinal
            """, [account, id, view, each]
        ).compactMap { row in
            guard let url = try row["url"] as String? else { return nil }
            return ReplaySample(
                view: try row["view"], from: try row["from_source"], to: try row["to_source"],
                contact: try row["contact_id"], attribution: try row["attribution_id"], session: try row["session_id"],
                startedAt: try row["started_at"], landingURL: url, landingReferrer: try row["referrer"],
                oldRule: try row["old_rule"], newRule: try row["new_rule"])
        }
    }
}

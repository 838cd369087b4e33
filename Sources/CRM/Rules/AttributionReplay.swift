import Attribution
import Database

/// Judges the attributions of an account anew, the newest first, and counts contacts by their First and Latest.
enum AttributionReplay {
    /// The next `limit` attributions of a job, fewer where they bring more opinions than one transaction writes.
    static func chunk(
        _ connection: Connection, _ job: ReplayJob, by classifier: Classifier, limit: Int
    ) throws -> ReplayChunk {
        var chunk = ReplayChunk(job)
        var reader = LandingReader(classifier)
        var shown = OpinionPages(
            connection, job.account, job.base, .attribution, before: job.attributionCursor?.sqlValue)
        let lookBackDays = try AccountStore.account(connection, job.account).lookBackDays
        var count = 0
        try connection.scan(
            sql(hasCursor: job.attributionCursor != nil),
            [job.account, limit] + (job.attributionCursor.map { [$0] } ?? [])
        ) { row in
            count += 1
            let attribution = try ConvertedLanding(row)
            let shown = try shown.opinion(of: row.bytes(0) ?? UnsafeRawBufferPointer(start: nil, count: 0))
            let judge = JourneyJudge(
                classifier: classifier, ownDomains: try reader.ownDomains(row, ConvertedLanding.ownDomains),
                lookBackDays: lookBackDays)
            let found = try attribution.judged(by: judge, connection, job.account)
            let from = shown?.source ?? attribution.locked.source
            for view in attribution.views {
                chunk.count(
                    view, .attribution(attribution.id), from: from, to: found.source, newRule: found.rule,
                    oldRule: shown?.rule ?? attribution.locked.ruleNumber)
            }
            chunk.job.attributionCursor = attribution.id
            if job.kind == .publication, let opinion = found.opinion { chunk.attributions.append(opinion) }
            return !chunk.isFull
        }
        chunk.job.done += count
        chunk.isLast = count < limit && !chunk.isFull
        return chunk
    }

    private static func sql(hasCursor: Bool) -> String {
        """
        select \(ConvertedLanding.columns)
        from attributions cross join contacts
        where attributions.account_id = $1 and contacts.account_id = $1 and contacts.id = attributions.contact_id
            \(hasCursor ? "and attributions.id < $3" : "")
        order by attributions.id desc limit $2
        """
    }
}

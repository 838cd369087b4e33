import Attribution
import Database
import Foundation

/// Judges the sessions of an account anew, the newest first.
enum SessionReplay {
    /// The next `limit` sessions of a job, fewer where they bring more opinions than one transaction writes.
    static func chunk(
        _ connection: Connection, _ job: ReplayJob, by classifier: Classifier, limit: Int
    ) throws -> ReplayChunk {
        var chunk = ReplayChunk(job)
        var reader = LandingReader(classifier)
        var shown = OpinionPages(connection, job.account, job.base, .session, before: job.sessionCursor?.sqlValue)
        var count = 0
        try connection.scan(
            """
            select id, landing_url, landing_referrer, user_agent, own_domains, source, rule_number, sub_label
            from sessions where account_id = $1 \(job.sessionCursor == nil ? "" : "and id < $3")
            order by id desc limit $2
            """, [job.account, limit] + (job.sessionCursor.map { [$0] } ?? [])
        ) { row in
            count += 1
            let decision = try reader.decide(row, .init(url: 1, referrer: 2, userAgent: 3, ownDomains: 4))
            let key = row.bytes(0) ?? UnsafeRawBufferPointer(start: nil, count: 0)
            let id = try sessionID(key)
            let locked = try row.source(at: 5)
            let opinion = try shown.opinion(of: key)
            chunk.count(
                .touches, .session(id), from: opinion?.source ?? locked, to: decision.source,
                newRule: decision.rule.number, oldRule: opinion?.rule ?? row.text(6))
            chunk.job.sessionCursor = id
            guard job.kind == .publication else { return true }
            let says = locked == decision.source && row.holds(decision.rule.number, at: 6)
            if !says || !row.holds(decision.subLabel, at: 7) {
                chunk.sessions.append(SessionOpinion(session: id, decision))
            }
            return !chunk.isFull
        }
        chunk.job.done += count
        if count < limit, !chunk.isFull { chunk.job.phase = .attributions }
        return chunk
    }

    private static func sessionID(_ bytes: UnsafeRawBufferPointer) throws -> SessionID {
        guard bytes.count == 16 else { throw DatabaseError.column(name: "id", expected: "a UUID") }
        return SessionID(rawValue: UUID(uuid: bytes.loadUnaligned(as: uuid_t.self)))
    }
}

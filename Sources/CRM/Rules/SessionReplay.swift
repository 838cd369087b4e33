import Attribution
import Database
import Foundation

/// Judges the sessions of an account anew, the newest first.
enum SessionReplay {
    /// A session as it was read, and what the new book says of it.
    private struct Judged {
        let id: SessionID
        let locked: Source
        let rule: String?
        let decision: Decision
    }

    /// The next `limit` sessions of a job, fewer where they bring more opinions than one transaction writes.
    static func chunk(
        _ connection: Connection, _ job: ReplayJob, by classifier: Classifier, limit: Int
    ) throws -> ReplayChunk {
        var chunk = ReplayChunk(job)
        let sessions = try judge(connection, &chunk, by: classifier, limit: limit)
        var shown = OpinionPages(connection, job.account, job.base, .session, before: job.sessionCursor?.sqlValue)
        for session in sessions {
            let opinion = try withUnsafeBytes(of: session.id.rawValue.uuid) { try shown.opinion(of: $0) }
            chunk.count(
                .touches, .session(session.id), from: opinion?.source ?? session.locked, to: session.decision.source,
                newRule: session.decision.rule.number, oldRule: opinion?.rule ?? session.rule)
        }
        chunk.job.sessionCursor = sessions.last?.id ?? job.sessionCursor
        chunk.job.done += sessions.count
        if sessions.count < limit, !chunk.isFull { chunk.job.phase = .attributions }
        return chunk
    }

    /// Reads and judges; what is shown of these sessions is looked up when the scan is over.
    private static func judge(
        _ connection: Connection, _ chunk: inout ReplayChunk, by classifier: Classifier, limit: Int
    ) throws -> [Judged] {
        let job = chunk.job
        var reader = LandingReader(classifier)
        var sessions: [Judged] = []
        var opinions: [SessionOpinion] = []
        try connection.scan(
            """
            select id, landing_url, landing_referrer, user_agent, own_domains, source, rule_number, sub_label
            from sessions where account_id = $1 \(job.sessionCursor == nil ? "" : "and id < $3")
            order by id desc limit $2
            """, [job.account, limit] + (job.sessionCursor.map { [$0] } ?? [])
        ) { row in
            let decision = try reader.decide(row, .init(url: 1, referrer: 2, userAgent: 3, ownDomains: 4))
            let id = try sessionID(row.bytes(0) ?? UnsafeRawBufferPointer(start: nil, count: 0))
            let locked = try row.source(at: 5)
            sessions.append(Judged(id: id, locked: locked, rule: row.text(6), decision: decision))
            guard job.kind == .publication else { return true }
            let says = locked == decision.source && row.holds(decision.rule.number, at: 6)
            if !says || !row.holds(decision.subLabel, at: 7) {
                opinions.append(SessionOpinion(session: id, decision))
            }
            return opinions.count < ReplayChunk.opinionLimit
        }
        chunk.sessions = opinions
        return sessions
    }

    private static func sessionID(_ bytes: UnsafeRawBufferPointer) throws -> SessionID {
        guard bytes.count == 16 else { throw DatabaseError.column(name: "id", expected: "a UUID") }
        return SessionID(rawValue: UUID(uuid: bytes.loadUnaligned(as: uuid_t.self)))
    }
}

import Attribution
import Database

/// Judges the attributions of an account anew, the newest first, and counts contacts by their First and Latest.
///
/// What has come in since the job began is judged too, but counts are as of that moment: who converts or is split off
/// meanwhile is neither missed nor counted twice. A contact that is erased before its turn is not counted.
struct AttributionReplay {
    /// So few that their addresses find room, and that little is read in vain where a step ends early.
    private static let pageSize = 200

    private let connection: Connection
    private let classifier: Classifier
    private let limit: Int
    private let lookBackDays: Int
    private let contacts: ContactsThen
    private var reader: LandingReader
    private var shown: OpinionPages
    private var chunk: ReplayChunk
    /// The attributions and earlier landings that this step has judged.
    private var work = 0

    /// The next attributions of a job: about `limit` landings are judged, those that might be carried over among them.
    static func chunk(
        _ connection: Connection, _ job: ReplayJob, by classifier: Classifier, limit: Int
    ) throws -> ReplayChunk {
        var replay = try AttributionReplay(connection, job, by: classifier, limit: limit)
        while try replay.takePage() {}
        return replay.chunk
    }

    private init(_ connection: Connection, _ job: ReplayJob, by classifier: Classifier, limit: Int) throws {
        self.connection = connection
        self.classifier = classifier
        self.limit = limit
        lookBackDays = try AccountStore.account(connection, job.account).lookBackDays
        contacts = try ContactsThen(connection, job.account, at: job.id)
        reader = LandingReader(classifier)
        shown = OpinionPages(connection, job.account, job.base, .attribution, before: job.attributionCursor?.sqlValue)
        chunk = ReplayChunk(job)
    }

    /// Judges some more; false when the step has done enough, or nothing is left.
    private mutating func takePage() throws -> Bool {
        let size = min(Self.pageSize, max(1, limit - work))
        let page = try read(size)
        var trails = LandingTrails(connection, chunk.job.account)
        try trails.prepare(page.compactMap { $0.question(judge($0)) })
        for (index, attribution) in page.enumerated() {
            try take(attribution, &trails)
            if chunk.isFull || work + index + 1 + trails.work >= limit {
                chunk.isLast = page.count < size && index == page.count - 1
                return false
            }
        }
        work += page.count + trails.work
        chunk.isLast = page.count < size
        return !chunk.isLast
    }

    private mutating func take(_ attribution: ConvertedLanding, _ trails: inout LandingTrails) throws {
        let shown = try shown.opinion(of: Array(attribution.id.rawValue.utf8))
        let found = try attribution.judged(by: judge(attribution), &trails)
        for view in try contacts.views(of: attribution) {
            chunk.count(
                view, .attribution(attribution.id), from: shown?.source ?? attribution.locked.source,
                to: found.source, newRule: found.rule, oldRule: shown?.rule ?? attribution.locked.ruleNumber)
        }
        chunk.job.attributionCursor = attribution.id
        chunk.job.done += 1
        if chunk.job.kind == .publication, let opinion = found.opinion { chunk.attributions.append(opinion) }
    }

    private func judge(_ attribution: ConvertedLanding) -> JourneyJudge {
        JourneyJudge(classifier: classifier, ownDomains: attribution.ownDomains, lookBackDays: lookBackDays)
    }

    private mutating func read(_ size: Int) throws -> [ConvertedLanding] {
        var page: [ConvertedLanding] = []
        let cursor = chunk.job.attributionCursor
        var reader = reader
        try connection.scan(
            """
            select \(ConvertedLanding.columns), \(ContactsThen.latest(before: "$3"))
            from \(ConvertedLanding.rows) \(cursor == nil ? "" : "and attributions.id < $4")
            order by attributions.id desc limit $2
            """, [chunk.job.account, size, chunk.job.id] + (cursor.map { [$0] } ?? [])
        ) { row in
            page.append(try ConvertedLanding(row, &reader))
            return true
        }
        self.reader = reader
        return page
    }
}

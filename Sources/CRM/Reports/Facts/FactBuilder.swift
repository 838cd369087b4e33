import Database

/// Makes the parts of an account anew from its rows, a stretch of time after the other.
struct FactBuilder {
    private let source: FactSource
    private var words: [String: FactWords] = [:]
    private(set) var cleared: [FactStretch] = []
    private var drafts: [(stretch: FactStretch, draft: FactDraft)] = []
    private(set) var rows = 0

    /// So many rows a part has at most, unless more things happened in one and the same millisecond.
    ///
    /// A part is read and made again for every change within it, which more rows make dearer; of fewer a report would
    /// have to read more blobs.
    static let partRows = 1_000

    private let partRows: Int

    /// What it costs to write, counted in rows: also the parts of days on which hardly anything happened have all their
    /// columns.
    var weight: Int { rows + cleared.count * FactBuild.stretchWeight }

    init(_ source: FactSource, partRows: Int = Self.partRows) {
        self.source = source
        self.partRows = partRows
    }

    /// Reads the rows of a stretch, which must lie within one day, into as many parts as they need.
    mutating func build(_ stretch: FactStretch) throws {
        cleared.append(stretch)
        var start = stretch.range.lowerBound
        let end = stretch.range.upperBound
        while start < end { start = try buildPart(stretch.subject, start..<end) }
    }

    /// - Returns: where the next part begins.
    private mutating func buildPart(_ subject: ReportSubject, _ range: Range<Milliseconds>) throws -> Milliseconds {
        let found = try source.rows(subject, range, limit: partRows + 1, words: words)
        words = found.words
        guard found.draft.rows > partRows, let last = found.draft.moments.last else {
            add(subject, range, found.draft)
            return range.upperBound
        }
        // What happened at the same moment stays together: there is no place between.
        let cut = found.draft.moments.firstIndex(of: last) ?? 0
        if cut > 0 {
            add(subject, range.lowerBound..<last, found.draft.prefix(cut))
            return last
        }
        let crowd = try source.rows(subject, last..<last + 1, limit: .max, words: words)
        words = crowd.words
        add(subject, range.lowerBound..<last + 1, crowd.draft)
        return last + 1
    }

    private mutating func add(_ subject: ReportSubject, _ range: Range<Milliseconds>, _ draft: FactDraft) {
        guard draft.rows > 0 else { return }
        rows += draft.rows
        drafts.append((FactStretch(subject, range), draft))
    }

    /// Marks a stretch as one that holds nothing.
    mutating func clear(_ stretch: FactStretch) { cleared.append(stretch) }

    /// What is to be written.
    func finished(_ connection: Connection) throws -> FactBuild {
        let codes = try FactCoding(connection, source.account, words)
        let parts = drafts.map { stretch, draft in
            FactBuild.Part(stretch: stretch, rows: draft.rows, columns: codes.columns(of: draft, from: stretch))
        }
        return FactBuild(
            account: source.account, cleared: cleared, parts: parts, newValues: codes.newValues, rows: rows)
    }
}

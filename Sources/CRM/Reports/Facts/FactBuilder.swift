import Database

/// Makes the parts of an account from its rows: whole stretches of time, or some moments of parts that are there.
struct FactBuilder {
    private let source: FactSource
    private var words: [String: FactWords] = [:]
    private var cleared: [FactStretch] = []
    private var drafts: [(stretch: FactStretch, draft: FactDraft)] = []
    /// By part, the moments that are to be read again.
    private var touched: [FactStretch: Set<Milliseconds>] = [:]
    private var splices: [FactSplice] = []
    /// Of the parts that are touched, what it costs to take them apart and to put them together.
    private var handling = 0
    private var rows = 0

    /// So many rows a part has at most, unless more things happened in one and the same millisecond.
    ///
    /// A part is taken apart and put together for every change within it, which more rows make dearer; of fewer a
    /// report would have to read more blobs.
    static let partRows = 1_000

    private let partRows: Int

    /// What it costs, counted in rows: also the parts of days on which hardly anything happened have all their columns.
    var weight: Int { rows + handling + cleared.count * FactBuild.stretchWeight }

    var account: AccountID { source.account }

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
        let found = try source.rows(subject, [range], limit: partRows + 1, words: words)
        words = found.words
        guard let end = FactCut.end(of: found.draft.moments[...], partRows: partRows) else {
            add(subject, range, found.draft)
            return range.upperBound
        }
        let part = range.lowerBound..<end
        if let cut = found.draft.moments.firstIndex(where: { $0 >= end }) {
            add(subject, part, found.draft.prefix(cut))
        } else {
            // More happened at one moment than was read.
            let crowd = try source.rows(subject, [part], words: words)
            words = crowd.words
            add(subject, part, crowd.draft)
        }
        return end
    }

    private mutating func add(_ subject: ReportSubject, _ range: Range<Milliseconds>, _ draft: FactDraft) {
        guard draft.rows > 0 else { return }
        rows += draft.rows
        drafts.append((FactStretch(subject, range), draft))
    }

    /// Marks a stretch as one that holds nothing.
    mutating func clear(_ stretch: FactStretch) { cleared.append(stretch) }

    /// Notes that something has changed at a moment of a part; `splice` reads it.
    mutating func touch(_ moment: Milliseconds, in place: FactPlace, of subject: ReportSubject) {
        let stretch = FactStretch(subject, place.range)
        if touched[stretch] == nil { handling += FactBuild.stretchWeight + place.rows / 4 }
        if touched[stretch, default: []].insert(moment).inserted { handling += 1 }
    }

    /// Reads what was touched, and nothing else of those parts.
    mutating func splice() throws {
        for (stretch, moments) in touched.sorted(by: { $0.key < $1.key }) {
            guard let splice = try stored(stretch) else {
                try build(stretch)
                continue
            }
            let ranges = splice.ranges(of: moments)
            let found = try source.rows(stretch.subject, ranges, words: words)
            words = found.words
            rows += found.draft.rows
            splices.append(splice.with(found.draft, of: ranges))
        }
        touched = [:]
    }

    /// A part as it is stored; nil when it is damaged, so that it is made anew.
    private func stored(_ stretch: FactStretch) throws -> FactSplice? {
        do {
            return try FactPartStore.part(source.connection, source.account, stretch).map { try FactSplice($0) }
        } catch is FactError {
            return nil
        }
    }

    /// What is to be written.
    func finished(_ connection: Connection) throws -> FactBuild {
        let codes = try FactCoding(connection, source.account, words)
        let parts = drafts.map { stretch, draft in
            FactBuild.Part(stretch: stretch, rows: draft.rows, columns: codes.columns(of: draft, from: stretch))
        }
        var build = FactBuild(
            account: source.account, cleared: cleared, parts: parts, newValues: codes.newValues, rows: rows)
        for splice in splices { build.add(splice, splice.merged(codes), partRows: partRows) }
        return build
    }
}

/// The scans of one request: what several of them need is read once.
struct ReportScans {
    private var scans: [ReportScan]

    init(_ queries: [ReportQuery], _ reading: inout ReportReading) throws {
        try reading.prepare(queries)
        scans = []
        for query in queries { scans.append(try ReportScan(query, &reading)) }
    }

    /// - Throws: `ReportProblem.tooManyRows`.
    func answers() throws(ReportProblem) -> [ReportAnswer] {
        var answers: [ReportAnswer] = []
        for scan in scans { answers.append(try scan.answer()) }
        return answers
    }

    /// The answer to one of the questions, which groups by one column and by nothing else.
    ///
    /// - Throws: `ReportProblem.tooManyRows`.
    func groups(of number: Int) throws(ReportProblem) -> ReportGroups { try scans[number].groups() }

    /// How many things one of the questions is about, whatever their groups.
    func count(of number: Int) -> Int { scans[number].count }

    /// Looks at everything that the questions are about.
    ///
    /// - Throws: `ReportProblem.tooManyRows`, `FactError`, and what the database throws.
    mutating func walk(_ reading: ReportReading) throws {
        let walks = Dictionary(grouping: scans.indices) { Reach(scans[$0]) }.map { (reach: $0, scans: $1) }
        let rolled = walks.compactMap { reach, together in
            reach.rollup.map { (rollup: $0, range: reach.range, scans: together) }
        }
        let blocks = try RollupStore.blocks(reading.connection, reading.account, rolled.map { ($0.rollup, $0.range) })
        let covers = zip(rolled, blocks).map { walk, blocks in
            RollupCover(of: walk.range, from: blocks, cuts: walk.scans.first.map { scans[$0].cuts } ?? [])
        }
        let readings = zip(rolled, covers).map { walk, cover in
            RollupStore.Reading(
                rollup: walk.rollup, blocks: cover.blocks,
                prefixes: RollupPrefixes(joining: walk.scans.map { scans[$0].prefixes(in: walk.rollup) }),
                columns: columns(of: walk.scans))
        }
        try RollupStore.read(reading.connection, reading.account, readings) { number, part in
            for scan in rolled[number].scans { try scans[scan].look(at: part, within: rolled[number].range) }
        }
        for (walk, cover) in zip(rolled, covers) {
            for gap in cover.gaps { try scan(gap, for: walk.scans, reading) }
        }
        for walk in walks where walk.reach.rollup == nil { try scan(walk.reach.range, for: walk.scans, reading) }
    }

    private func columns(of together: [Int]) -> [FactColumn] { Array(Set(together.flatMap { scans[$0].columns })) }

    /// Looks at the facts of a stretch, one by one, for scans of one subject.
    private mutating func scan(
        _ stretch: Range<Milliseconds>, for together: [Int], _ reading: ReportReading
    ) throws {
        guard let subject = together.first.map({ scans[$0].query.subject }) else { return }
        try FactReader.scan(
            reading.connection, reading.account, subject, range: stretch, columns: columns(of: together),
            needsMoments: together.contains { scans[$0].query.bucket != nil }
        ) { part in
            for scan in together { try scans[scan].look(at: part, within: stretch) }
        }
    }

    /// What scans have in common that can be made on one walk.
    private struct Reach: Hashable {
        let subject: ReportSubject
        let range: Range<Milliseconds>
        /// Those that read a roll-up read the same blocks of it.
        let rollup: Rollup?
        let bucket: TimeBucket?

        init(_ scan: ReportScan) {
            subject = scan.query.subject
            range = scan.range
            rollup = scan.rollup
            bucket = rollup == nil ? nil : scan.query.bucket
        }
    }
}

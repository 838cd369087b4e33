/// The scans of one request: what several of them need is read once.
struct ReportScans {
    private var scans: [ReportScan]

    init(_ queries: [ReportQuery], _ reading: inout ReportReading) throws {
        scans = []
        for query in queries { scans.append(try ReportScan(query, &reading)) }
    }

    /// - Throws: `ReportProblem.tooManyRows`, `FactError`, and what the database throws.
    mutating func answers(_ reading: ReportReading) throws -> [ReportAnswer] {
        for (reach, together) in Dictionary(grouping: scans.indices, by: { Reach(scans[$0]) }) {
            try walk(along: together, reach, reading)
        }
        return try scans.map { try $0.answer() }
    }

    private mutating func walk(along together: [Int], _ reach: Reach, _ reading: ReportReading) throws {
        guard let first = together.first else { return }
        let (connection, account, range) = (reading.connection, reading.account, reach.range)
        let columns = Array(Set(together.flatMap { scans[$0].columns }))
        var gaps = [range]
        if let rollup = reach.rollup {
            let blocks = try RollupStore.blocks(connection, account, rollup, within: range)
            let cover = RollupCover(of: range, from: blocks, cuts: scans[first].cuts)
            let prefixes = RollupPrefixes(joining: together.map { scans[$0].prefixes(in: rollup) })
            try RollupStore.read(connection, account, rollup, cover.blocks, prefixes, columns: columns) { part in
                for scan in together { try scans[scan].look(at: part, within: range) }
            }
            gaps = cover.gaps
        }
        for gap in gaps {
            try FactReader.scan(
                connection, account, reach.subject, range: gap, columns: columns,
                needsMoments: together.contains { scans[$0].query.bucket != nil }
            ) { part in
                for scan in together { try scans[scan].look(at: part, within: gap) }
            }
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

import Database

/// The SQL of blocks.
enum RollupStore {
    /// The blocks that lie within a range, in the order that `RollupCover` asks for.
    static func blocks(
        _ connection: Connection, _ account: AccountID, _ rollup: Rollup, within range: Range<Milliseconds>
    ) throws -> [RollupBlock] {
        try blocks(connection, account, [(rollup, range)])[0]
    }

    /// The same of several roll-ups and ranges, a list for each: in one exchange.
    static func blocks(
        _ connection: Connection, _ account: AccountID, _ asked: [(rollup: Rollup, range: Range<Milliseconds>)]
    ) throws -> [[RollupBlock]] {
        let spans = RollupBlock.Span.allCases.map { String($0.rawValue) }.joined(separator: ", ")
        let rows = try connection.rows(
            """
            select $5 as asked, days, from_at, to_at, chunks from report_rollups
            where account_id = $1 and rollup = $2 and from_at >= $3 and from_at < $4 and days in (\(spans))
            """,
            forEach: asked.enumerated().map { number, asked in
                [account, asked.rollup.name, asked.range.lowerBound, asked.range.upperBound, number]
            })
        var blocks = [[RollupBlock]](repeating: [], count: asked.count)
        for row in rows {
            var cells = row.cells
            let number: Int = try cells.next()
            let span = RollupBlock.Span(rawValue: try cells.next())
            let (from, to): (Milliseconds, Milliseconds) = (try cells.next(), try cells.next())
            guard let span, from < to else { throw FactError.damaged }
            guard to <= asked[number].range.upperBound else { continue }
            let chunks = try RollupChunks(stored: try cells.next(), columns: asked[number].rollup.columns.count)
            blocks[number].append(RollupBlock(span: span, range: from..<to, chunks: chunks))
        }
        return blocks.map { $0.sorted(by: RollupCover.isInOrder) }
    }

    /// Some blocks of a roll-up, and what somebody wants to know of them.
    struct Reading {
        let rollup: Rollup
        let blocks: [RollupBlock]
        /// Chunks in which no row begins so are left out.
        let prefixes: RollupPrefixes
        let columns: [FactColumn]

        /// The chunks to be read, those side by side together.
        fileprivate var runs: [(block: RollupBlock, chunks: Range<Int>)] {
            blocks.flatMap { block in block.chunks.runs(prefixes).map { (block, $0) } }
        }

        fileprivate var names: Set<String> {
            Set(columns.map { $0.stored(of: rollup.subject).name } + [FactPart.countsName])
        }
    }

    /// Reads blocks with some of their columns: all in one exchange, then a chunk after the other.
    ///
    /// - Parameter body: takes a chunk and the number of the reading that it belongs to.
    /// - Throws: `FactError.damaged`, and what the database and `body` throw.
    static func read(
        _ connection: Connection, _ account: AccountID, _ readings: [Reading], body: (Int, FactPart) throws -> Void
    ) throws {
        let runs = readings.map(\.runs)
        let keys = zip(readings, runs).flatMap { reading, runs in
            runs.map { block, chunks in
                Place(reading.rollup, block, chunks.lowerBound).values(account) + [chunks.upperBound]
            }
        }
        let found = try connection.rows(
            """
            select rollup, days, from_at, chunk, data from report_rollup_chunks
            where account_id = $1 and rollup = $2 and days = $3 and from_at = $4 and chunk >= $5 and chunk < $6
            """, forEach: keys)
        var chunks: [Place: [UInt8]] = [:]
        for row in found {
            var cells = row.cells
            chunks[try Place(&cells)] = try cells.next()
        }
        for (number, (reading, runs)) in zip(readings, runs).enumerated() {
            let names = reading.names
            for (block, run) in runs {
                for chunk in run {
                    guard let cells = chunks[Place(reading.rollup, block, chunk)] else { throw FactError.damaged }
                    try body(number, try part(chunk, of: block, reading.rollup, cells, names))
                }
            }
        }
    }

    private static func part(
        _ chunk: Int, of block: RollupBlock, _ rollup: Rollup, _ cells: [UInt8], _ names: Set<String>
    ) throws -> FactPart {
        let part = try FactPart(
            rollup.subject, from: block.range.lowerBound, to: block.range.upperBound,
            rows: block.chunks.rows(of: chunk), blobs: RollupCells.columns(cells, of: rollup, names))
        guard try part.counts() != nil else { throw FactError.damaged }
        return part
    }

    private struct Place: Hashable {
        let rollup: String
        let days: Int
        let from: Milliseconds
        let chunk: Int

        init(_ rollup: Rollup, _ block: RollupBlock, _ chunk: Int) {
            (self.rollup, days, from, self.chunk) = (rollup.name, block.span.rawValue, block.range.lowerBound, chunk)
        }

        /// Takes its columns, in the order of its properties.
        init(_ cells: inout Row.Cells) throws {
            (rollup, days) = (try cells.next(), try cells.next())
            (from, chunk) = (try cells.next(), try cells.next())
        }

        func values(_ account: AccountID) -> [any SQLConvertible] { [account, rollup, days, from, chunk] }
    }

    static func write(_ connection: Connection, _ build: RollupBuild) throws {
        try delete(
            connection,
            build.strange.map { [build.account, $0.name, $1.span.rawValue, $1.range.lowerBound] })
        try connection.insert(
            into: "report_rollups", ["account_id", "rollup", "days", "from_at", "to_at", "chunks"],
            build.blocks.map { block in
                let range = block.range
                return [
                    build.account, block.rollup.name, block.span.rawValue, range.lowerBound, range.upperBound,
                    block.chunks.stored,
                ]
            })
        for block in build.blocks {
            try connection.insert(
                into: "report_rollup_chunks", ["account_id", "rollup", "days", "from_at", "chunk", "data"],
                block.cells.enumerated().map { chunk, cells in
                    [build.account, block.rollup.name, block.span.rawValue, block.range.lowerBound, chunk, cells]
                })
        }
    }

    /// Deletes every block that reaches into stretches in which something is otherwise now; says whether there was one.
    static func drop(_ connection: Connection, _ account: AccountID, _ stretches: [FactStretch]) throws -> Bool {
        var found: [[any SQLConvertible]] = []
        for (subject, own) in Dictionary(grouping: stretches, by: \.subject) {
            let changes = RollupChanges(own.map(\.range))
            for run in changes.runs {
                for span in RollupBlock.Span.allCases {
                    found += try blocks(connection, account, subject, span, around: run, of: changes)
                }
            }
        }
        try delete(connection, found)
        return !found.isEmpty
    }

    /// The keys of the blocks of one span that something has changed in.
    private static func blocks(
        _ connection: Connection, _ account: AccountID, _ subject: ReportSubject, _ span: RollupBlock.Span,
        around run: Range<Milliseconds>, of changes: RollupChanges
    ) throws -> [[any SQLConvertible]] {
        let names = Rollup.of(subject).map(\.name)
        // No block is longer than this: there are days that have some hours more.
        let longest = Milliseconds(span.rawValue + 2) * .day
        let values: [any SQLConvertible] = [
            account, run.lowerBound.bounded(minus: longest), run.upperBound, run.lowerBound, span.rawValue,
        ]
        var found: [[any SQLConvertible]] = []
        try connection.scan(
            """
            select rollup, from_at, to_at from report_rollups
            where account_id = $1 and from_at > $2 and from_at < $3 and to_at > $4 and days = $5
                and rollup in (\(placeholders(names.count, after: 5)))
            """, values + names as [any SQLConvertible]
        ) { row in
            let (from, to) = (row.integer(1), row.integer(2))
            if from < to, changes.reach(into: from..<to) {
                found.append([account, row.text(0) ?? "", span.rawValue, from])
            }
            return true
        }
        return found
    }

    private static func delete(_ connection: Connection, _ keys: [[any SQLConvertible]]) throws {
        for table in ["report_rollup_chunks", "report_rollups"] {
            try connection.execute(
                "delete from \(table) where account_id = $1 and rollup = $2 and days = $3 and from_at = $4",
                forEach: keys)
        }
    }
}

import Database

/// The SQL of blocks.
enum RollupStore {
    /// The blocks that lie within a range, in the order that `RollupCover` asks for.
    static func blocks(
        _ connection: Connection, _ account: AccountID, _ rollup: Rollup, within range: Range<Milliseconds>
    ) throws -> [RollupBlock] {
        let spans = RollupBlock.Span.allCases.map(\.rawValue)
        var blocks: [RollupBlock] = []
        try connection.scan(
            """
            select days, from_at, to_at, chunks from report_rollups
            where account_id = $1 and rollup = $2 and from_at >= $3 and from_at < $4
                and days in (\(placeholders(spans.count, after: 4)))
            order by from_at, days desc
            """,
            [account, rollup.name, range.lowerBound, range.upperBound] + spans as [any SQLConvertible]
        ) { row in
            guard let span = RollupBlock.Span(rawValue: Int(row.integer(0))) else { throw FactError.damaged }
            let (from, to) = (row.integer(1), row.integer(2))
            guard from < to else { throw FactError.damaged }
            if to <= range.upperBound {
                let chunks = try RollupChunks(
                    stored: row.bytes(3).map { [UInt8]($0) } ?? [], columns: rollup.columns.count)
                blocks.append(RollupBlock(span: span, range: from..<to, chunks: chunks))
            }
            return true
        }
        return blocks
    }

    /// Reads blocks with some of their columns, a chunk after the other.
    ///
    /// - Parameter prefixes: chunks in which no row begins so are left out.
    /// - Throws: `FactError.damaged`, and what the database throws.
    static func read(
        _ connection: Connection, _ account: AccountID, _ rollup: Rollup, _ blocks: [RollupBlock],
        _ prefixes: RollupPrefixes, columns: [FactColumn], body: (FactPart) throws -> Void
    ) throws {
        let names = Set(columns.map { $0.stored(of: rollup.subject).name } + [FactPart.countsName])
        let runs = blocks.flatMap { block in block.chunks.runs(prefixes).map { (block: block, chunks: $0) } }
        let found = try connection.rows(
            """
            select days, from_at, chunk, data from report_rollup_chunks
            where account_id = $1 and rollup = $2 and days = $3 and from_at = $4 and chunk >= $5 and chunk < $6
            """,
            forEach: runs.map { block, chunks in
                let place: [any SQLConvertible] = [account, rollup.name, block.span.rawValue, block.range.lowerBound]
                return place + [chunks.lowerBound, chunks.upperBound]
            })
        var cells: [Place: [UInt8]] = [:]
        for row in found {
            cells[Place(days: try row["days"], from: try row["from_at"], chunk: try row["chunk"])] = try row["data"]
        }
        for (block, chunks) in runs {
            for chunk in chunks {
                let place = Place(days: block.span.rawValue, from: block.range.lowerBound, chunk: chunk)
                guard let own = cells[place] else { throw FactError.damaged }
                let part = try FactPart(
                    rollup.subject, from: block.range.lowerBound, to: block.range.upperBound,
                    rows: block.chunks.rows(of: chunk), blobs: RollupCells.columns(own, of: rollup, names))
                guard try part.counts() != nil else { throw FactError.damaged }
                try body(part)
            }
        }
    }

    private struct Place: Hashable {
        let days: Int
        let from: Milliseconds
        let chunk: Int
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

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
            select days, from_at, to_at, rows from report_rollups
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
                blocks.append(RollupBlock(span: span, range: from..<to, rows: Int(row.integer(3))))
            }
            return true
        }
        return blocks
    }

    /// Reads blocks with some of their columns, one after the other.
    ///
    /// - Throws: `FactError.damaged`, and what the database throws.
    static func read(
        _ connection: Connection, _ account: AccountID, _ rollup: Rollup, _ blocks: [RollupBlock],
        columns: [FactColumn], body: (FactPart) throws -> Void
    ) throws {
        let names = Set(columns.map { $0.stored(of: rollup.subject).name } + [FactPart.countsName]).sorted()
        let cells = try connection.rows(
            """
            select days, from_at, name, data from report_rollup_columns
            where account_id = $1 and rollup = $2 and days = $3 and from_at = $4
                and name in (\(placeholders(names.count, after: 4)))
            """,
            forEach: blocks.filter { $0.rows > 0 }.map { block in
                [account, rollup.name, block.span.rawValue, block.range.lowerBound] + names as [any SQLConvertible]
            })
        var blobs: [Place: [String: [UInt8]]] = [:]
        for cell in cells {
            let place = Place(days: try cell["days"], from: try cell["from_at"])
            blobs[place, default: [:]][try cell["name"]] = try cell["data"] as [UInt8]
        }
        for block in blocks where block.rows > 0 {
            let place = Place(days: block.span.rawValue, from: block.range.lowerBound)
            guard let own = blobs.removeValue(forKey: place), own[FactPart.countsName] != nil else {
                throw FactError.damaged
            }
            try body(
                FactPart(
                    rollup.subject, from: block.range.lowerBound, to: block.range.upperBound, rows: block.rows,
                    blobs: own))
        }
    }

    private struct Place: Hashable {
        let days: Int
        let from: Milliseconds
    }

    static func write(_ connection: Connection, _ build: RollupBuild) throws {
        for (rollup, block) in build.strange {
            try delete(connection, build.account, rollup.name, block.span.rawValue, block.range.lowerBound)
        }
        try connection.insert(
            into: "report_rollups", ["account_id", "rollup", "days", "from_at", "to_at", "rows"],
            build.blocks.map { block in
                let range = block.range
                return [
                    build.account, block.rollup.name, block.span.rawValue, range.lowerBound, range.upperBound,
                    block.rows,
                ]
            })
        for block in build.blocks {
            try connection.insert(
                into: "report_rollup_columns", ["account_id", "rollup", "days", "from_at", "name", "data"],
                block.columns.map { column in
                    [
                        build.account, block.rollup.name, block.span.rawValue, block.range.lowerBound, column.name,
                        column.data,
                    ]
                })
        }
    }

    /// Deletes every block that reaches into stretches whose parts are made anew; says whether there was one.
    static func drop(_ connection: Connection, _ account: AccountID, _ stretches: [FactStretch]) throws -> Bool {
        var found: Set<Name> = []
        for stretch in stretches {
            let names = Rollup.of(stretch.subject).map(\.name)
            let spans = RollupBlock.Span.allCases.map(\.rawValue)
            let range = stretch.range
            let values: [any SQLConvertible] = [
                account, range.lowerBound.bounded(minus: longest), range.upperBound, range.lowerBound,
            ]
            try connection.scan(
                """
                select rollup, days, from_at from report_rollups
                where account_id = $1 and from_at > $2 and from_at < $3 and to_at > $4
                    and rollup in (\(placeholders(names.count, after: 4)))
                    and days in (\(placeholders(spans.count, after: 4 + names.count)))
                """, values + names as [any SQLConvertible] + spans as [any SQLConvertible]
            ) { row in
                found.insert(Name(rollup: row.text(0) ?? "", days: Int(row.integer(1)), from: row.integer(2)))
                return true
            }
        }
        for name in found { try delete(connection, account, name.rollup, name.days, name.from) }
        return !found.isEmpty
    }

    private struct Name: Hashable {
        let rollup: String
        let days: Int
        let from: Milliseconds
    }

    /// Longer than any block: days of which some have an hour more.
    private static let longest: Milliseconds = 66 * .day

    private static func delete(
        _ connection: Connection, _ account: AccountID, _ rollup: String, _ days: Int, _ from: Milliseconds
    ) throws {
        for table in ["report_rollup_columns", "report_rollups"] {
            try connection.execute(
                "delete from \(table) where account_id = $1 and rollup = $2 and days = $3 and from_at = $4",
                [account, rollup, days, from])
        }
    }
}

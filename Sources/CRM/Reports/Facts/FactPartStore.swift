import Database

/// The SQL of parts and their columns.
enum FactPartStore {
    /// The parts that begin within a stretch, in their order.
    static func ranges(
        _ connection: Connection, _ account: AccountID, _ stretch: FactStretch
    ) throws -> [Range<Milliseconds>] {
        try connection.rows(
            """
            select from_at, to_at from report_parts
            where account_id = $1 and subject = $2 and from_at >= $3 and from_at < $4 order by from_at
            """,
            [account, stretch.subject.rawValue, stretch.range.lowerBound, stretch.range.upperBound]
        ).map { row in
            let (from, to): (Milliseconds, Milliseconds) = (try row["from_at"], try row["to_at"])
            return from..<to
        }
    }

    /// Puts the parts of a build in the place of those that were there.
    static func replace(_ connection: Connection, _ build: FactBuild) throws {
        for stretch in build.cleared { try delete(connection, build.account, stretch) }
        try connection.insert(
            into: "report_parts", ["account_id", "subject", "from_at", "to_at", "rows"],
            build.parts.map { part in
                let (subject, range) = (part.stretch.subject.rawValue, part.stretch.range)
                return [build.account, subject, range.lowerBound, range.upperBound, part.rows]
            })
        for part in build.parts {
            try connection.insert(
                into: "report_columns", ["account_id", "subject", "from_at", "name", "data"],
                part.columns.map { column in
                    [
                        build.account, part.stretch.subject.rawValue, part.stretch.range.lowerBound, column.name,
                        column.data,
                    ]
                })
        }
    }

    private static func delete(_ connection: Connection, _ account: AccountID, _ stretch: FactStretch) throws {
        for table in ["report_columns", "report_parts"] {
            try connection.execute(
                "delete from \(table) where account_id = $1 and subject = $2 and from_at >= $3 and from_at < $4",
                [account, stretch.subject.rawValue, stretch.range.lowerBound, stretch.range.upperBound])
        }
    }

    /// Walks along the columns of some names, of all subjects.
    static func forEachColumn(
        _ connection: Connection, _ account: AccountID, named names: [String],
        _ body: (_ rows: Int, _ data: [UInt8]) throws -> Void
    ) throws {
        try connection.scan(
            """
            select parts.rows, cells.data from report_parts as parts join report_columns as cells
                on cells.account_id = parts.account_id and cells.subject = parts.subject
                and cells.from_at = parts.from_at and cells.name in (\(placeholders(names.count, after: 1)))
            where parts.account_id = $1
            """, [account] + names as [any SQLConvertible]
        ) { row in
            if let bytes = row.bytes(1) { try body(Int(row.integer(0)), [UInt8](bytes)) }
            return true
        }
    }
}

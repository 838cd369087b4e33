import Database

/// The SQL of parts and their columns.
enum FactPartStore {
    /// Where the parts are that begin within a stretch, in their order.
    static func places(
        _ connection: Connection, _ account: AccountID, _ stretch: FactStretch
    ) throws -> [FactPlace] {
        try connection.rows(
            """
            select from_at, to_at, rows from report_parts
            where account_id = $1 and subject = $2 and from_at >= $3 and from_at < $4 order by from_at
            """,
            [account, stretch.subject.rawValue, stretch.range.lowerBound, stretch.range.upperBound]
        ).map { row in
            let (from, to): (Milliseconds, Milliseconds) = (try row["from_at"], try row["to_at"])
            return FactPlace(range: from..<to, rows: try row["rows"])
        }
    }

    /// The part of a stretch with all of its columns; nil when there is none.
    ///
    /// - Throws: `FactError.damaged`, and what the database throws.
    static func part(
        _ connection: Connection, _ account: AccountID, _ stretch: FactStretch
    ) throws -> FactPart? {
        let cells = try connection.rows(
            """
            select parts.rows, cells.name, cells.data
            from report_parts as parts join report_columns as cells
                on cells.account_id = parts.account_id and cells.subject = parts.subject
                and cells.from_at = parts.from_at
            where parts.account_id = $1 and parts.subject = $2 and parts.from_at = $3
            """, [account, stretch.subject.rawValue, stretch.range.lowerBound])
        guard let rows: Int = try cells.first?["rows"] else { return nil }
        var blobs: [String: [UInt8]] = [:]
        for cell in cells { blobs[try cell["name"]] = try cell["data"] as [UInt8] }
        return try FactPart(
            stretch.subject, from: stretch.range.lowerBound, to: stretch.range.upperBound, rows: rows, blobs: blobs)
    }

    /// Puts the parts of a build in the place of those that were there, and the columns of the parts that stay.
    static func replace(_ connection: Connection, _ build: FactBuild) throws {
        for stretch in build.cleared { try delete(connection, build.account, stretch) }
        try connection.insert(
            into: "report_parts", ["account_id", "subject", "from_at", "to_at", "rows"],
            build.parts.map { part in
                let (subject, range) = (part.stretch.subject.rawValue, part.stretch.range)
                return [build.account, subject, range.lowerBound, range.upperBound, part.rows]
            })
        for part in build.parts { try write(connection, build.account, part.stretch, part.columns) }
        try mend(connection, build)
    }

    private static func mend(_ connection: Connection, _ build: FactBuild) throws {
        try connection.execute(
            "update report_parts set rows = $4 where account_id = $1 and subject = $2 and from_at = $3",
            forEach: build.mended.map { part in
                [build.account, part.stretch.subject.rawValue, part.stretch.range.lowerBound, part.rows]
            })
        try connection.execute(
            "delete from report_columns where account_id = $1 and subject = $2 and from_at = $3 and name = $4",
            forEach: build.mended.flatMap { part in
                part.gone.map { name in
                    [build.account, part.stretch.subject.rawValue, part.stretch.range.lowerBound, name]
                }
            })
        for part in build.mended { try write(connection, build.account, part.stretch, part.written) }
    }

    private static func write(
        _ connection: Connection, _ account: AccountID, _ stretch: FactStretch,
        _ columns: [(name: String, data: [UInt8])]
    ) throws {
        try connection.insert(
            into: "report_columns", ["account_id", "subject", "from_at", "name", "data"],
            columns.map { [account, stretch.subject.rawValue, stretch.range.lowerBound, $0.name, $0.data] },
            "on conflict (account_id, subject, from_at, name) do update set data = excluded.data")
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

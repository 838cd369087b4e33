import Database

/// Walks along the parts of a subject, in the order of time.
enum FactReader {
    /// Calls `body` with every part that has to do with `range`, one after the other, none of them kept.
    ///
    /// A part at the edge has rows outside the range too: `FactPart.rows(in:)` says which count. `body` must ask the
    /// connection nothing.
    ///
    /// - Parameter needsMoments: without, only parts at the edges have their moments, which say what counts of them.
    /// - Throws: `FactError.damaged`, and what the database throws.
    static func scan(
        _ connection: Connection, _ account: AccountID, _ subject: ReportSubject, range: Range<Milliseconds>,
        columns: [FactColumn], needsMoments: Bool = true, body: (FactPart) throws -> Void
    ) throws {
        guard !range.isEmpty else { return }
        let names = Set(columns.map { $0.stored(of: subject).name } + [FactPart.momentsName]).sorted()
        var open: (from: Milliseconds, to: Milliseconds, rows: Int)?
        var blobs: [String: [UInt8]] = [:]
        func close() throws {
            guard let part = open else { return }
            let isEdge = part.from < range.lowerBound || part.to > range.upperBound
            if needsMoments || isEdge, blobs[FactPart.momentsName] == nil { throw FactError.damaged }
            try body(FactPart(subject, from: part.from, to: part.to, rows: part.rows, blobs: blobs))
            blobs.removeAll(keepingCapacity: true)
        }
        // A part lies within a day, so none that began earlier than a day before the range reaches into it.
        let values: [any SQLConvertible] = [
            account, subject.rawValue, range.lowerBound.bounded(minus: .day), range.upperBound, range.lowerBound,
        ]
        let statement = statement(columns: names.count, needsMoments: needsMoments)
        try connection.scan(statement, values + names as [any SQLConvertible]) { row in
            let from = row.integer(0)
            if open?.from != from {
                try close()
                open = (from, row.integer(1), Int(row.integer(2)))
            }
            if let name = row.text(3), let bytes = row.bytes(4) { blobs[name] = [UInt8](bytes) }
            return true
        }
        try close()
    }

    /// The parts of the range, then of each the columns by their names; a part of which all of them are empty comes too.
    private static func statement(columns: Int, needsMoments: Bool) -> String {
        let isEdge = "parts.from_at < $5 or parts.to_at > $4"
        return """
            select parts.from_at, parts.to_at, parts.rows, cells.name, cells.data
            from report_parts as parts left join report_columns as cells
                on cells.account_id = parts.account_id and cells.subject = parts.subject
                and cells.from_at = parts.from_at and cells.name in (\(placeholders(columns, after: 5)))
                \(needsMoments ? "" : "and (cells.name <> '\(FactPart.momentsName)' or \(isEdge))")
            where parts.account_id = $1 and parts.subject = $2
                and parts.from_at > $3 and parts.from_at < $4 and parts.to_at > $5
            order by parts.from_at
            """
    }
}

import Database

/// The facts of a subject in a stretch of time: each column one blob.
///
/// A part proper lies within one UTC day, its rows in the order of time. One that was read from a roll-up has a row for
/// every combination of codes, and says how many facts each of them stands for.
struct FactPart: Sendable {
    let subject: ReportSubject
    let from: Milliseconds
    /// The first moment after it.
    let to: Milliseconds
    let rows: Int
    /// By name, the columns that it was read with.
    let blobs: [String: [UInt8]]
    /// Empty where they were not asked for and the part lies within the range.
    let moments: FactMoments

    static let momentsName = "at"
    static let countsName = "count"

    /// - Parameter blobs: the columns that were asked for and are not all empty, and the moments.
    init(
        _ subject: ReportSubject, from: Milliseconds, to: Milliseconds, rows: Int, blobs: [String: [UInt8]]
    ) throws(FactError) {
        self.subject = subject
        self.from = from
        self.to = to
        self.rows = rows
        self.blobs = blobs
        moments =
            if let bytes = blobs[Self.momentsName] {
                try FactMoments(stored: bytes, from: from, count: rows)
            } else {
                FactMoments(unread: from)
            }
    }

    /// The codes of a column that the scan was asked for; nil when every row's is empty.
    func codes(_ column: FactColumn) throws(FactError) -> FactCodes? {
        guard let bytes = blobs[column.stored(of: subject).name] else { return nil }
        return try FactCodes(stored: bytes, count: rows)
    }

    /// The codes of a column of which a row may have several; nil when every row's are empty.
    func lists(_ column: FactColumn) throws(FactError) -> FactLists? {
        guard let bytes = blobs[column.stored(of: subject).name] else { return nil }
        return try FactLists(stored: bytes, count: rows)
    }

    /// How many facts each row stands for; nil when each is one.
    func counts() throws(FactError) -> FactCodes? {
        guard let bytes = blobs[Self.countsName] else { return nil }
        return try FactCodes(stored: bytes, count: rows)
    }

    /// Of visits, when the scan was asked for `FactColumn.visitor`.
    func visitors() throws(FactError) -> FactVisitors? {
        guard let bytes = blobs[FactColumn.visitor.name] else { return nil }
        return try FactVisitors(stored: bytes, count: rows)
    }

    /// Of everything but visits, when the scan was asked for `FactColumn.contact`.
    func contacts() throws(FactError) -> FactTexts? {
        guard let bytes = blobs[FactColumn.contact.name] else { return nil }
        return try FactTexts(stored: bytes, count: rows)
    }

    /// Of opportunities and wins, when the scan was asked for `FactColumn.value`: of each row's facts together.
    func values() throws(FactError) -> FactAmounts? {
        guard let bytes = blobs[FactColumn.value.name] else { return nil }
        return try FactAmounts(stored: bytes, count: rows)
    }

    /// The rows that happened in a range: `0..<rows` where all did.
    func rows(in range: Range<Milliseconds>) -> Range<Int> {
        let first = range.lowerBound <= from ? 0 : moments.firstRow(at: range.lowerBound)
        let end = range.upperBound >= to ? rows : moments.firstRow(at: range.upperBound)
        return first..<max(first, end)
    }
}

@testable import CRM

/// One thing that reports count, as a test knows it: plain values, no codes.
struct Thing {
    let subject: ReportSubject
    let at: Milliseconds
    var contact = ""
    var visitor: UInt8 = 0
    var value: Int64 = 0
    var currency = Currency.usDollar
    /// By column as visits have it too (`first`); of lists any number of values, of others at most one.
    var values: [ReportColumn: [String]] = [:]

    func values(_ column: ReportColumn) -> [String] {
        values[subject == .visits ? ReportColumn(column.field, .first) : column] ?? []
    }
}

import Database

/// Rows of a subject on their way into parts, column by column, their values not yet given codes.
struct FactDraft {
    let subject: ReportSubject
    private(set) var moments: [Milliseconds] = []
    var contacts: [String] = []
    var visitors: [UInt8] = []
    var values: [Int64] = []
    /// The numbers of `FactWords`, one a row; a column is as long as the last row in which it has a value.
    private(set) var numbers: [FactColumn: [UInt32]] = [:]
    private(set) var lists: [FactColumn: [[UInt32]]] = [:]

    var rows: Int { moments.count }

    init(_ subject: ReportSubject) { self.subject = subject }

    /// Begins the next row.
    mutating func append(at moment: Milliseconds) { moments.append(moment) }

    /// Sets a column of the row that was begun last.
    mutating func set(_ column: FactColumn, _ number: UInt32) {
        guard number > 0 else { return }
        numbers[column, default: []].pad(to: rows - 1, with: 0)
        numbers[column]?.append(number)
    }

    /// The visitor of the row that was begun last; an id that is none is all zeroes.
    mutating func append(visitor bytes: UnsafeRawBufferPointer?) {
        let isWhole = bytes?.count == FactVisitors.width
        visitors.append(
            contentsOf: isWhole ? bytes.map(Array.init) ?? [] : Array(repeating: 0, count: FactVisitors.width))
    }

    /// Gives the row that was begun last in one column what it has in another.
    mutating func copy(_ column: FactColumn, to other: FactColumn) {
        guard let number = numbers[column], number.count == rows, let last = number.last else { return }
        set(other, last)
    }

    /// Sets a column of which a row may have several, of any row.
    mutating func set(_ column: FactColumn, _ row: Int, _ list: [UInt32]) {
        lists[column, default: []].pad(to: rows, with: [])
        lists[column]?[row] = list
    }

    /// The first rows alone.
    func prefix(_ count: Int) -> FactDraft {
        var part = FactDraft(subject)
        part.moments = Array(moments.prefix(count))
        part.contacts = Array(contacts.prefix(count))
        part.values = Array(values.prefix(count))
        part.visitors = Array(visitors.prefix(count * FactVisitors.width))
        part.numbers = numbers.mapValues { Array($0.prefix(count)) }
        part.lists = lists.mapValues { Array($0.prefix(count)) }
        return part
    }
}

extension Array {
    fileprivate mutating func pad(to count: Int, with element: Element) {
        while self.count < count { append(element) }
    }
}

/// The columns of rows in the order of time, by their names, decoded so that rows can be taken out and put in.
struct FactColumns: Sendable {
    private(set) var moments: [Milliseconds] = []
    private var contacts: [String] = []
    private var visitors: [UInt8] = []
    private var values: [Int64] = []
    /// A column is as long as the last row in which it has a value.
    private var codes: [String: [UInt32]] = [:]
    private var lists: [String: [[UInt32]]] = [:]

    var rows: Int { moments.count }

    init() {}

    /// - Throws: `FactError.damaged` when the part is not what it says.
    init(_ part: FactPart) throws(FactError) {
        guard part.moments.count == part.rows else { throw .damaged }
        moments = (0..<part.rows).map { part.moments[$0] }
        for (name, bytes) in part.blobs {
            switch name {
            case FactPart.momentsName: break
            case FactColumn.contact.name:
                let texts = try FactTexts(stored: bytes, count: part.rows)
                contacts = (0..<part.rows).map { texts[$0] }
            case FactColumn.visitor.name:
                _ = try FactVisitors(stored: bytes, count: part.rows)
                visitors = bytes
            case FactColumn.value.name:
                let amounts = try FactAmounts(stored: bytes, count: part.rows)
                values = (0..<part.rows).map { amounts[$0] }
            case let name where ReportField(rawValue: name)?.isList == true:
                let all = try FactLists(stored: bytes, count: part.rows)
                lists[name] = (0..<part.rows).map { Array(all[$0]) }
            case let name:
                try FactCodes(stored: bytes, count: part.rows).widen(into: &codes[name, default: []])
            }
        }
        let subject = part.subject
        guard contacts.count == (subject.hasContact ? rows : 0),
            values.count == (subject.hasValue ? rows : 0),
            visitors.count == (subject.hasContact ? 0 : rows * FactVisitors.width)
        else { throw .damaged }
    }

    /// - Parameter coding: by dictionary, the code of each number.
    init(_ draft: FactDraft, _ coding: [String: [UInt32]]) {
        moments = draft.moments
        contacts = draft.contacts
        visitors = draft.visitors
        values = draft.values
        for (column, numbers) in draft.numbers {
            guard let known = column.dictionary.flatMap({ coding[$0] }) else { continue }
            codes[column.name] = numbers.map { known[Int($0)] }
        }
        for (column, all) in draft.lists {
            guard let known = column.dictionary.flatMap({ coding[$0] }) else { continue }
            lists[column.name] = all.map { list in list.map { known[Int($0)] } }
        }
    }

    /// Appends rows of others, which happened later than these or at the same moment.
    mutating func append(_ range: Range<Int>, of other: FactColumns) {
        let count = rows
        moments += other.moments[range]
        contacts += other.contacts[clamped: range]
        values += other.values[clamped: range]
        visitors +=
            other.visitors[
                clamped: range.lowerBound * FactVisitors.width..<range.upperBound * FactVisitors.width]
        for (name, others) in other.codes {
            codes[name, default: []].append(others[clamped: range], at: count, 0)
        }
        for (name, others) in other.lists {
            lists[name, default: []].append(others[clamped: range], at: count, [])
        }
    }

    func rows(_ range: Range<Int>) -> FactColumns {
        var part = FactColumns()
        part.append(range, of: self)
        return part
    }

    /// What is stored of them in a part that begins at `start`: the columns that are not all empty.
    func stored(from start: Milliseconds) -> [(name: String, data: [UInt8])] {
        var columns = [(FactPart.momentsName, FactMoments.stored(moments, from: start))]
        if !contacts.isEmpty { columns.append((FactColumn.contact.name, FactTexts.stored(contacts))) }
        if !visitors.isEmpty { columns.append((FactColumn.visitor.name, visitors)) }
        if !values.isEmpty { columns.append((FactColumn.value.name, FactAmounts.stored(values))) }
        for (name, codes) in codes {
            if let data = FactCodes.stored(codes, rows: rows) { columns.append((name, data)) }
        }
        for (name, lists) in lists {
            if let data = FactLists.stored(lists, rows: rows) { columns.append((name, data)) }
        }
        return columns.sorted { $0.0 < $1.0 }
    }
}

extension Array {
    /// Those of a range that are there.
    fileprivate subscript(clamped range: Range<Int>) -> ArraySlice<Element> {
        self[range.clamped(to: indices)]
    }

    /// Appends elements from a place on, up to which it is filled with `empty`.
    fileprivate mutating func append(_ elements: ArraySlice<Element>, at place: Int, _ empty: Element) {
        guard !elements.isEmpty else { return }
        append(contentsOf: repeatElement(empty, count: place - count))
        append(contentsOf: elements)
    }
}

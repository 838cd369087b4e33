/// The codes of a column with several values a row: tags, and options of custom fields.
struct FactLists: Sendable {
    /// Where each row's codes begin in `codes`; one more than there are rows.
    let starts: [UInt32]
    /// Every row's codes one after the other, none of them 0 and none twice in a row's.
    let codes: [UInt32]

    var count: Int { starts.count - 1 }

    subscript(row: Int) -> ArraySlice<UInt32> { codes[Int(starts[row])..<Int(starts[row + 1])] }

    /// - Throws: `FactError.damaged` when the bytes are not `count` lists.
    init(stored bytes: [UInt8], count: Int) throws(FactError) {
        guard bytes.count >= count * 4 else { throw .damaged }
        var starts: [UInt32] = [0]
        starts.reserveCapacity(count + 1)
        var total: UInt32 = 0
        for row in 0..<count {
            let length = bytes.littleEndian(at: row * 4)
            // No list is longer than all bytes together, so this cannot overflow before it is noticed.
            guard length <= UInt32(bytes.count) else { throw .damaged }
            total += length
            guard Int(total) * 4 <= bytes.count else { throw .damaged }
            starts.append(total)
        }
        guard bytes.count == (count + Int(total)) * 4 else { throw .damaged }
        self.starts = starts
        codes = (0..<Int(total)).map { bytes.littleEndian(at: (count + $0) * 4) }
    }

    /// What is stored: how long the list of each of so many rows is, then the lists. Nil when all of them are empty.
    static func stored(_ lists: [[UInt32]], rows: Int) -> [UInt8]? {
        guard lists.contains(where: { !$0.isEmpty }) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rows * 4 + lists.reduce(0) { $0 + $1.count * 4 })
        for list in lists { bytes.append(littleEndian: UInt32(list.count)) }
        for _ in lists.count..<rows { bytes.append(littleEndian: UInt32(0)) }
        for list in lists {
            for code in list { bytes.append(littleEndian: code) }
        }
        return bytes
    }
}

extension [UInt8] {
    /// The number whose four bytes begin at an index, the lowest one first.
    func littleEndian(at index: Int) -> UInt32 {
        withUnsafeBytes { UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: index, as: UInt32.self)) }
    }

    mutating func append(littleEndian number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}

/// When each row of a part happened, in the order of the rows, which is that of time.
struct FactMoments: Sendable {
    private let from: Milliseconds
    private let bytes: [UInt8]
    let count: Int

    subscript(row: Int) -> Milliseconds {
        precondition(row >= 0 && row < count)
        return from
            + Milliseconds(
                bytes.withUnsafeBytes {
                    UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: row * 4, as: UInt32.self))
                })
    }

    /// The first row that happened at `moment` or later: rows are found by halving.
    func firstRow(at moment: Milliseconds) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < moment { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// - Throws: `FactError.damaged` when the bytes are not `count` moments.
    init(stored bytes: [UInt8], from: Milliseconds, count: Int) throws(FactError) {
        guard bytes.count == count * 4 else { throw .damaged }
        self.from = from
        self.count = count
        self.bytes = bytes
    }

    /// Of a part of which nobody needs them.
    init(unread from: Milliseconds) {
        self.from = from
        count = 0
        bytes = []
    }

    /// What is stored: how long after the part's beginning; a part lies within one day.
    static func stored(_ moments: some Sequence<Milliseconds>, from: Milliseconds) -> [UInt8] {
        var bytes: [UInt8] = []
        for moment in moments { bytes.append(littleEndian: UInt32(truncatingIfNeeded: moment - from)) }
        return bytes
    }
}

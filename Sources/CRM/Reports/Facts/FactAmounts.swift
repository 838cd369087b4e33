/// Amounts of money in minor units, one a row.
struct FactAmounts: Sendable {
    private let amounts: [Int64]

    var count: Int { amounts.count }

    subscript(row: Int) -> Int64 { amounts[row] }

    /// - Throws: `FactError.damaged` when the bytes are not `count` amounts.
    init(stored bytes: [UInt8], count: Int) throws(FactError) {
        guard bytes.count == count * 8 else { throw .damaged }
        amounts = bytes.withUnsafeBytes { raw in
            (0..<count).map { Int64(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 8, as: Int64.self)) }
        }
    }

    static func stored(_ amounts: some Sequence<Int64>) -> [UInt8] {
        var bytes: [UInt8] = []
        for amount in amounts { bytes.append(littleEndian: amount) }
        return bytes
    }
}

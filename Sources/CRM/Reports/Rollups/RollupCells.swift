/// The columns of a chunk as they are stored, one after the other: a chunk is read with one row.
///
/// First how long each is, four bytes with the lowest one first, in the order of `names`; then the columns. One that is
/// empty in all rows has no bytes.
enum RollupCells {
    private static func names(_ rollup: Rollup) -> [String] { rollup.stored.map(\.name) + [FactPart.countsName] }

    static func stored(_ columns: [String: [UInt8]], of rollup: Rollup) -> [UInt8] {
        let all = names(rollup).map { columns[$0] ?? [] }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(all.reduce(0) { $0 + 4 + $1.count })
        for column in all { bytes.append(littleEndian: UInt32(column.count)) }
        for column in all { bytes.append(contentsOf: column) }
        return bytes
    }

    /// - Parameter wanted: the names of the columns that are to be taken out.
    /// - Throws: `FactError.damaged` when the bytes are not what `stored` makes.
    static func columns(
        _ bytes: [UInt8], of rollup: Rollup, _ wanted: Set<String>
    ) throws(FactError) -> [String: [UInt8]] {
        let names = names(rollup)
        guard bytes.count >= names.count * 4 else { throw .damaged }
        var columns: [String: [UInt8]] = [:]
        var place = names.count * 4
        for (number, name) in names.enumerated() {
            let length = Int(bytes.littleEndian(at: number * 4))
            guard length <= bytes.count - place else { throw .damaged }
            if length > 0, wanted.contains(name) { columns[name] = Array(bytes[place..<place + length]) }
            place += length
        }
        guard place == bytes.count else { throw .damaged }
        return columns
    }
}

/// Numbers the combinations of groups that occur, each by the combination without its last group and that group.
///
/// Cell 0 is the combination of no groups, from which all others begin.
struct CellTable: Sendable {
    private(set) var cells: [UInt64] = [0]
    /// Open addressing: cells by their hash, 0 where there is none.
    private var slots = [UInt32](repeating: 0, count: 256)
    private let limit: Int

    /// - Parameter limit: how many there may be.
    init(limit: Int) { self.limit = limit }

    var count: Int { cells.count }

    func parent(of cell: Int) -> Int { Int(cells[cell] >> 32) }

    func group(of cell: Int) -> Int { Int(cells[cell] & 0xFFFF_FFFF) }

    /// The cell of a combination, made when it is new.
    mutating func child(of parent: UInt32, _ group: UInt32) throws(ReportProblem) -> UInt32 {
        let cell = UInt64(parent) << 32 | UInt64(group)
        var slot = place(of: cell)
        while slots[slot] != 0 {
            if cells[Int(slots[slot])] == cell { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        guard cells.count < limit else { throw .tooManyRows }
        let new = UInt32(cells.count)
        cells.append(cell)
        slots[slot] = new
        if cells.count * 2 > slots.count { grow() }
        return new
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for number in 1..<cells.count {
            var slot = place(of: cells[number])
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number)
        }
    }

    /// Groups are numbered here and not by strangers, so a fixed hash is enough.
    @inline(__always)
    private func place(of cell: UInt64) -> Int {
        Int(truncatingIfNeeded: (cell &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count - 1)
    }
}

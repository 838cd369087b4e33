/// Which people were seen in which cells.
///
/// People are numbered from 0 on. What most questions have, some dozens of cells, is a bit for each in a word for each
/// person; who was seen in later cells stands in a table.
struct PairSet: Sendable {
    private var firstCells: [UInt64] = []
    private var slots = [UInt64](repeating: Self.free, count: 1 << 12)
    private var count = 0
    private static let free = UInt64.max

    /// Whether the person was not seen in the cell before.
    mutating func insert(_ cell: UInt32, _ person: UInt32) -> Bool {
        guard cell >= UInt64.bitWidth else { return insert(firstCell: cell, Int(person)) }
        let pair = UInt64(cell) << 32 | UInt64(person)
        var slot = place(of: pair)
        while slots[slot] != Self.free {
            if slots[slot] == pair { return false }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = pair
        count += 1
        if count * 2 > slots.count { grow() }
        return true
    }

    private mutating func insert(firstCell cell: UInt32, _ person: Int) -> Bool {
        if person >= firstCells.count {
            firstCells.append(contentsOf: repeatElement(0, count: person + 1 - firstCells.count))
        }
        let bit = UInt64(1) << UInt64(cell)
        let isNew = firstCells[person] & bit == 0
        firstCells[person] |= bit
        return isNew
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: Self.free, count: old.count * 2)
        for pair in old where pair != Self.free {
            var slot = place(of: pair)
            while slots[slot] != Self.free { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = pair
        }
    }

    @inline(__always)
    private func place(of pair: UInt64) -> Int {
        let product = pair.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return Int(truncatingIfNeeded: product.high ^ product.low) & (slots.count - 1)
    }
}

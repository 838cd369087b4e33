/// Numbers the different visitors, each an id of sixteen bytes.
struct VisitorTable: Sendable {
    private var ids: [(UInt64, UInt64)] = []
    /// Open addressing: numbers by their hash plus one, 0 where there is none.
    private var slots = [UInt32](repeating: 0, count: 1 << 12)
    /// Browsers choose their ids; without knowing these two nobody chooses them so that they collide here.
    private let seeds = (UInt64.random(in: 0 ... .max), UInt64.random(in: 0 ... .max))

    var count: Int { ids.count }

    mutating func number(of id: (UInt64, UInt64)) -> UInt32 {
        var slot = place(of: id)
        while slots[slot] != 0 {
            let number = slots[slot] - 1
            if ids[Int(number)] == id { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        ids.append(id)
        slots[slot] = UInt32(ids.count)
        if ids.count * 2 > slots.count { grow() }
        return UInt32(ids.count - 1)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for number in 0..<ids.count {
            var slot = place(of: ids[number])
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number + 1)
        }
    }

    @inline(__always)
    private func place(of id: (UInt64, UInt64)) -> Int {
        let product = (id.0 ^ seeds.0).multipliedFullWidth(by: id.1 ^ seeds.1)
        return Int(truncatingIfNeeded: product.high ^ product.low) & (slots.count - 1)
    }
}

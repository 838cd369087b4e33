/// Finds which of many names a run of bytes is, without making a string of it.
///
/// An open-addressed hash table. The hash runs from the last byte to the first, so that one walk over a host gives the
/// hashes of all the domains it lies under: `com`, `google.com`, `www.google.com`.
struct NameTable: Sendable {
    /// The hash of a text read from its end.
    struct Hash {
        private(set) var value: UInt32 = 2_166_136_261

        /// FNV-1a.
        mutating func take(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 16_777_619 }
    }

    private struct Slot {
        var hash: UInt32 = 0
        var start: UInt32 = 0
        /// 0 where nothing is.
        var count: UInt16 = 0
        var value: UInt16 = 0
    }

    private var slots: [Slot]
    private var names: [UInt8] = []

    /// - Parameter pairs: names with what they stand for; of a name that comes twice the first counts.
    init(_ pairs: some Collection<(name: String, value: UInt16)>) {
        var size = 16
        while size < pairs.count * 3 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
        for pair in pairs where !pair.name.isEmpty { insert(pair.name, pair.value) }
    }

    private mutating func insert(_ name: String, _ value: UInt16) {
        var hash = Hash()
        for byte in name.utf8.reversed() { hash.take(byte) }
        guard find(name.utf8.span, hash) == nil else { return }
        var index = Int(hash.value) & (slots.count - 1)
        while slots[index].count != 0 { index = (index + 1) & (slots.count - 1) }
        slots[index] = Slot(
            hash: hash.value, start: UInt32(names.count), count: UInt16(name.utf8.count), value: value)
        names += name.utf8
    }

    func find(_ name: Bytes) -> UInt16? {
        var hash = Hash()
        var index = name.count
        while index > 0 {
            index -= 1
            hash.take(name[index])
        }
        return find(name, hash)
    }

    /// - Parameter hash: that of the whole name.
    func find(_ name: Bytes, _ hash: Hash) -> UInt16? {
        var index = Int(hash.value) & (slots.count - 1)
        while true {
            let slot = slots[index]
            if slot.count == 0 { return nil }
            if slot.hash == hash.value, Int(slot.count) == name.count,
                name.equals(names.span.slice(Int(slot.start)..<Int(slot.start) + Int(slot.count)))
            {
                return slot.value
            }
            index = (index + 1) & (slots.count - 1)
        }
    }
}

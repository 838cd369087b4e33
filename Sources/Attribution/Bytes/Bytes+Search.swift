/// Searches that look at eight bytes together, because the values of ad links are long.
extension Span where Element == UInt8 {
    /// The first place from `start` where the byte stands, else `count`. It may not be 0.
    func first(of byte: UInt8, from start: Int = 0) -> Int {
        let pattern = EightBytes.repeated(byte)
        return first(from: start) { EightBytes.zeros($0 ^ pattern) }
    }

    /// The first place from `start` that `marks` marks by a high bit, else `count`; beyond the end it sees spaces.
    @inline(__always)
    func first(from start: Int, marks: (UInt64) -> UInt64) -> Int {
        precondition(start >= 0)
        var index = start
        while index &+ 8 <= count {
            let word = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self).littleEndian
            let marked = marks(word)
            if marked != 0 { return index &+ marked.trailingZeroBitCount / 8 }
            index &+= 8
        }
        guard index < count else { return count }
        let left = (count &- index) &* 8
        let marked = marks(word(at: index) | EightBytes.repeated(UInt8(ascii: " ")) << UInt64(left))
        return marked == 0 ? count : index &+ marked.trailingZeroBitCount / 8
    }

    /// Up to eight bytes from `index` on, the first lowest; what lies beyond the end is 0.
    @inline(__always)
    func word(at index: Int) -> UInt64 {
        precondition(index >= 0 && index < count)
        if index &+ 8 > count { return lastWord(at: index) }
        return bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self).littleEndian
    }

    private func lastWord(at index: Int) -> UInt64 {
        if count >= 8 {
            let last = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: count &- 8, as: UInt64.self).littleEndian
            return last >> UInt64((index &+ 8 &- count) &* 8)
        }
        var word: UInt64 = 0
        for place in index..<count { word |= UInt64(self[place]) << UInt64((place - index) * 8) }
        return word
    }
}

/// Arithmetic on eight bytes in one word.
enum EightBytes {
    private static var highs: UInt64 { repeated(128) }

    static func repeated(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

    /// Marks the first byte that is zero by its high bit; above that one others may be marked as well.
    static func zeros(_ word: UInt64) -> UInt64 { below(1, word) }

    /// Marks the first byte below `limit`, which is at most 128, as `zeros` does.
    static func below(_ limit: UInt8, _ word: UInt64) -> UInt64 { (word &- repeated(limit)) & ~word & highs }

    /// ASCII capitals become small letters.
    static func lowercased(_ word: UInt64) -> UInt64 {
        let sevenBits = word & ~highs
        let fromA = sevenBits &+ repeated(128 - UInt8(ascii: "A"))
        let pastZ = sevenBits &+ repeated(127 - UInt8(ascii: "Z"))
        return word | (fromA & ~pastZ & ~word & highs) >> 2
    }
}

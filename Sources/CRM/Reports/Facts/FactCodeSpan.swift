/// The codes of a part where they lie, valid until the closure that was given it returns.
struct FactCodeSpan {
    let width: FactCodes.Width
    let count: Int
    /// `count` codes one after the other, each of the width's size and aligned to it.
    let bytes: UnsafeRawBufferPointer

    @inline(__always)
    subscript(row: Int) -> UInt32 {
        switch width {
        case .one: UInt32(bytes[row])
        case .two: UInt32(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: row * 2, as: UInt16.self)))
        case .four: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: row * 4, as: UInt32.self))
        }
    }
}

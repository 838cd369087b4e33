/// The visitors of a part, sixteen bytes a row.
struct FactVisitors: Sendable {
    private let bytes: [UInt8]
    static let width = 16

    var count: Int { bytes.count / Self.width }

    /// - Throws: `FactError.damaged` when the bytes are not `count` visitors.
    init(stored bytes: [UInt8], count: Int) throws(FactError) {
        guard bytes.count == count * Self.width else { throw .damaged }
        self.bytes = bytes
    }

    /// Both halves of a visitor's id: enough to compare and to hash.
    subscript(row: Int) -> (UInt64, UInt64) {
        withUnsafeBytes {
            (
                $0.loadUnaligned(fromByteOffset: row * Self.width, as: UInt64.self),
                $0.loadUnaligned(fromByteOffset: row * Self.width + 8, as: UInt64.self)
            )
        }
    }

    /// All of them, one after the other.
    func withUnsafeBytes<Value>(_ body: (UnsafeRawBufferPointer) throws -> Value) rethrows -> Value {
        try bytes.withUnsafeBytes(body)
    }
}

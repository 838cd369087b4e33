/// Texts that are kept as they are, one a row: the ids of contacts.
struct FactTexts: Sendable {
    private let bytes: [UInt8]
    /// Where each text begins in `bytes`; one more than there are rows.
    private let starts: [UInt32]

    var count: Int { starts.count - 1 }

    /// - Throws: `FactError.damaged` when the bytes are not `count` texts.
    init(stored bytes: [UInt8], count: Int) throws(FactError) {
        guard bytes.count >= count * 4 else { throw .damaged }
        var start = UInt32(count * 4)
        var starts = [start]
        starts.reserveCapacity(count + 1)
        for row in 0..<count {
            let end = bytes.withUnsafeBytes {
                UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: row * 4, as: UInt32.self))
            }
            guard end >= start, Int(end) <= bytes.count else { throw .damaged }
            starts.append(end)
            start = end
        }
        self.bytes = bytes
        self.starts = starts
    }

    subscript(row: Int) -> String {
        withUnsafeBytes(row) { String(decoding: $0, as: UTF8.self) }
    }

    /// The UTF-8 of a row's text, where it lies.
    func withUnsafeBytes<Value>(_ row: Int, _ body: (UnsafeRawBufferPointer) throws -> Value) rethrows -> Value {
        let range = Int(starts[row])..<Int(starts[row + 1])
        return try bytes.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }

    /// What is stored: where each text ends, then the texts.
    static func stored(_ texts: some Collection<String>) -> [UInt8] {
        var bytes: [UInt8] = []
        var end = texts.count * 4
        for text in texts {
            end += text.utf8.count
            bytes.append(littleEndian: UInt32(end))
        }
        for text in texts { bytes.append(contentsOf: text.utf8) }
        return bytes
    }
}

/// The codes of a column, one a row; 0 stands for an empty value.
///
/// Kept as they are stored: one, two or four bytes each, the lowest byte first.
struct FactCodes: Sendable {
    enum Width: UInt8, Sendable {
        case one = 1
        case two = 2
        case four = 4

        init(highest code: UInt32) {
            self = code <= 0xFF ? .one : code <= 0xFFFF ? .two : .four
        }
    }

    let width: Width
    let count: Int
    private let bytes: [UInt8]
    /// Where the codes begin: after the byte that says how wide they are.
    private static let start = 4

    /// - Throws: `FactError.damaged` when the bytes are not `count` codes.
    init(stored bytes: [UInt8], count: Int) throws(FactError) {
        guard let width = bytes.first.flatMap(Width.init), bytes.count == Self.start + count * Int(width.rawValue)
        else { throw .damaged }
        self.width = width
        self.count = count
        self.bytes = bytes
    }

    subscript(row: Int) -> Int {
        precondition(row >= 0 && row < count)
        return withUnsafeCodes { codes in Int(codes[row]) }
    }

    /// Writes the codes, widened to 32 bits, over what `codes` held: the loop over them is the same for every width.
    func widen(into codes: inout [UInt32]) {
        codes.removeAll(keepingCapacity: true)
        codes.reserveCapacity(count)
        withUnsafeCodes { all in
            for row in 0..<all.count { codes.append(all[row]) }
        }
    }

    /// The codes where they lie. It switches once by their width, so a loop in `body` is as fast as its type.
    func withUnsafeCodes<Value>(_ body: (FactCodeSpan) throws -> Value) rethrows -> Value {
        try bytes.withUnsafeBytes {
            try body(
                FactCodeSpan(width: width, count: count, bytes: UnsafeRawBufferPointer(rebasing: $0[Self.start...])))
        }
    }

    /// What is stored of so many rows, the last of which may be missing; nil when every code is 0: then the column is
    /// left out.
    static func stored(_ codes: [UInt32], rows: Int) -> [UInt8]? {
        let highest = codes.max() ?? 0
        guard highest > 0 else { return nil }
        let width = Width(highest: highest)
        var bytes: [UInt8] = [width.rawValue, 0, 0, 0]
        bytes.reserveCapacity(start + rows * Int(width.rawValue))
        for code in codes {
            for byte in 0..<Int(width.rawValue) { bytes.append(UInt8(truncatingIfNeeded: code >> (8 * byte))) }
        }
        bytes.append(contentsOf: repeatElement(0, count: (rows - codes.count) * Int(width.rawValue)))
        return bytes
    }
}

extension FactCodes {
    /// Calls `body` with the place in `rows` and the code of each of them; the loop is made for the width of the codes.
    ///
    /// A code that is not below `limit` is taken for 0: tables by code are looked up without a further check.
    @inline(__always)
    func forEach(_ rows: UnsafeBufferPointer<UInt32>, below limit: Int, _ body: (Int, Int) -> Void) {
        withUnsafeCodes { span in
            switch span.width {
            case .one: Self.loop(span.bytes, UInt8.self, rows, limit, body)
            case .two: Self.loop(span.bytes, UInt16.self, rows, limit, body)
            case .four: Self.loop(span.bytes, UInt32.self, rows, limit, body)
            }
        }
    }

    @inline(__always)
    private static func loop<Code: FixedWidthInteger & UnsignedInteger>(
        _ bytes: UnsafeRawBufferPointer, _: Code.Type, _ rows: UnsafeBufferPointer<UInt32>, _ limit: Int,
        _ body: (Int, Int) -> Void
    ) {
        let width = MemoryLayout<Code>.size
        precondition(rows.last.map { Int($0) < bytes.count / width } ?? true)
        for place in 0..<rows.count {
            let code = Int(
                Code(littleEndian: bytes.loadUnaligned(fromByteOffset: Int(rows[place]) * width, as: Code.self)))
            body(place, code < limit ? code : 0)
        }
    }
}

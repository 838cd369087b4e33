import CLibPQ

/// The values of one statement, in the binary form of their types, one after the other in one piece of memory.
struct PostgresParameters {
    private var bytes: [UInt8] = []
    private var places: [Range<Int>?] = []

    /// A value that its parameter's type, as the server sees it, cannot hold.
    struct Mismatch: Error {
        let position: Int
    }

    var count: Int { places.count }

    mutating func append(_ value: SQLValue, as type: PostgresType?) throws {
        let start = bytes.count
        guard value != .null else { return places.append(nil) }
        guard let type, try encode(value, as: type) else { throw Mismatch(position: places.count) }
        places.append(start..<bytes.count)
    }

    /// A list of values as an array of one dimension.
    mutating func append(list values: some Collection<SQLValue>, of type: PostgresType) throws {
        let start = bytes.count
        append(Int32(values.isEmpty ? 0 : 1))
        append(Int32(values.contains(.null) ? 1 : 0))
        append(Int32(bitPattern: type.rawValue))
        if !values.isEmpty {
            append(Int32(values.count))
            append(Int32(1))
        }
        for value in values { try append(element: value, of: type) }
        places.append(start..<bytes.count)
    }

    private mutating func append(element value: SQLValue, of type: PostgresType) throws {
        let mark = bytes.count
        append(Int32(-1))
        guard value != .null else { return }
        guard try encode(value, as: type) else { throw Mismatch(position: places.count) }
        let length = UInt32(bytes.count - mark - 4)
        for index in 0..<4 { bytes[mark + index] = UInt8(truncatingIfNeeded: length >> (24 - 8 * index)) }
    }

    private mutating func encode(_ value: SQLValue, as type: PostgresType) throws -> Bool {
        switch (value, type) {
        case (.integer(let number), .int8): append(number)
        case (.integer(let number), .int4): return append(exactly: Int32(exactly: number))
        case (.integer(let number), .int2): return append(exactly: Int16(exactly: number))
        case (.integer(let number), .oid): return append(exactly: UInt32(exactly: number))
        case (.integer(let number), .bool): bytes.append(number == 0 ? 0 : 1)
        case (.integer(let number), .float8): append(Double(number).bitPattern)
        case (.real(let number), .float8): append(number.bitPattern)
        case (.text(let text), .text), (.text(let text), .varchar), (.text(let text), .bpchar),
            (.text(let text), .name), (.text(let text), .unknown), (.text(let text), .json):
            try append(text)
        case (.blob(let blob), .bytea): bytes += blob
        default: return false
        }
        return true
    }

    private mutating func append(_ text: String) throws {
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        // PostgreSQL keeps no such character in a text, and would say so in its own words.
        if bytes[start...].contains(0) { throw DatabaseError.nulCharacter }
    }

    private mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    private mutating func append<Number: FixedWidthInteger>(exactly number: Number?) -> Bool {
        guard let number else { return false }
        append(number)
        return true
    }

    /// Hands the values on as libpq takes them: pointers, lengths, and that all are binary.
    func withPointers<Result>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<CInt>?, UnsafePointer<CInt>?) -> Result
    ) -> Result {
        let lengths = places.map { CInt($0?.count ?? 0) }
        let formats = [CInt](repeating: 1, count: places.count)
        // An empty value is not null: its pointer must point somewhere.
        return (bytes + [0]).withUnsafeBytes { bytes in
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            let pointers: [UnsafePointer<CChar>?] = places.map { place in
                place.flatMap { place in start.map { $0 + place.lowerBound } }
            }
            return pointers.withUnsafeBufferPointer { body($0.baseAddress, lengths, formats) }
        }
    }
}

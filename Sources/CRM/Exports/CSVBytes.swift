/// CSV (RFC 4180) as it is written, cell by cell, that no spreadsheet runs as a program.
struct CSVBytes {
    private(set) var bytes: [UInt8] = []
    private var isInLine = false

    init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// A cell of UTF-8; without one the cell is empty.
    mutating func cell(_ value: UnsafeRawBufferPointer?) {
        separate()
        guard let value, let first = value.first else { return }
        let isFormula = Self.isFormula(first, value)
        guard Self.needsQuotes(value) else {
            if isFormula { bytes.append(UInt8(ascii: "'")) }
            bytes.append(contentsOf: value)
            return
        }
        // Byte by byte: a quote with a combining accent behind it is one character to Swift, and still a quote to a reader.
        let quote = UInt8(ascii: "\"")
        bytes.append(quote)
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        for byte in value {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }

    mutating func cell(_ value: String?) {
        guard var value else { return cell(UnsafeRawBufferPointer?.none) }
        value.withUTF8 { cell(UnsafeRawBufferPointer($0)) }
    }

    /// A cell of a moment, which needs no care.
    mutating func cell(_ moment: MomentBytes) {
        separate()
        moment.append(to: &bytes)
    }

    mutating func endLine() {
        bytes.append(UInt8(ascii: "\r"))
        bytes.append(UInt8(ascii: "\n"))
        isInLine = false
    }

    private mutating func separate() {
        if isInLine { bytes.append(UInt8(ascii: ",")) }
        isInLine = true
    }

    private static func needsQuotes(_ value: UnsafeRawBufferPointer) -> Bool {
        for byte in value where byte <= UInt8(ascii: ",") {
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
            default: continue
            }
        }
        return false
    }

    /// Whether a spreadsheet would take the value for a formula; a number or an international phone number is none.
    private static func isFormula(_ first: UInt8, _ value: UnsafeRawBufferPointer) -> Bool {
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): true
        case UInt8(ascii: "+"), UInt8(ascii: "-"): !isNumber(value.dropFirst())
        default: false
        }
    }

    /// Digits with at most one decimal point among them: the phone numbers of E.164 are covered.
    private static func isNumber(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
    }
}

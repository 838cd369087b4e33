/// One line of a CSV file (RFC 4180) that no spreadsheet runs as a program.
public enum CSVLine {
    /// The cells with commas between them, ended by CR LF.
    public static func text(_ cells: [String?]) -> String {
        cells.map { cell($0 ?? "") }.joined(separator: ",") + "\r\n"
    }

    private static func cell(_ value: String) -> String {
        let safe = isFormula(value) ? "'" + value : value
        let needsQuotes = safe.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r")
        }
        return needsQuotes ? quoted(safe) : safe
    }

    /// Byte by byte: a quote with a combining accent behind it is one character to Swift, and still a quote to a reader.
    private static func quoted(_ value: String) -> String {
        let quote = UInt8(ascii: "\"")
        var bytes = [quote]
        for byte in value.utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a spreadsheet would take the value for a formula; a number or an international phone number is none.
    private static func isFormula(_ value: String) -> Bool {
        guard let first = value.utf8.first else { return false }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): return true
        case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isNumber(value.utf8.dropFirst())
        default: return false
        }
    }

    /// Digits with at most one decimal point among them: the phone numbers of E.164 are covered.
    private static func isNumber(_ bytes: Substring.UTF8View) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
    }
}

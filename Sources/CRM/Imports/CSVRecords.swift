/// The records of a CSV file (RFC 4180), one after the other: quoted cells may hold commas, quotes and line ends. A byte
/// order mark is passed over, and LF alone ends a line too.
public struct CSVRecords: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private let separator: UInt8
    private var index: Int
    /// The line on which the record that came last begins, counted from 1.
    public private(set) var line = 0
    /// What is wrong with the quotes of the record that came last: nobody knows which of its cells are meant so.
    public private(set) var fault: Fault?
    private var nextLine = 1

    public enum Fault: Sendable {
        /// A quote opens a cell and none closes it: the cell holds the rest of the file.
        case unclosedQuote
        /// A cell goes on behind its closing quote.
        case textBehindQuote
    }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// - Parameter separator: what stands between cells: some exports have a tab or a semicolon there.
    public init(_ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ",")) {
        self.bytes = bytes
        self.separator = separator
        index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The cells of the next record that is not an empty line; nil at the end.
    public mutating func next() -> [String]? {
        while index < bytes.count {
            line = nextLine
            fault = nil
            let cells = record()
            if cells != [""] { return cells }
        }
        return nil
    }

    private mutating func record() -> [String] {
        var cells: [String] = []
        while true {
            cells.append(cell())
            guard index < bytes.count else { return cells }
            let byte = bytes[index]
            index += 1
            if byte == separator { continue }
            if byte == Self.carriageReturn, index < bytes.count, bytes[index] == Self.lineFeed { index += 1 }
            nextLine += 1
            return cells
        }
    }

    /// Stands on the comma or the line end behind the cell afterwards.
    private mutating func cell() -> String {
        guard index < bytes.count, bytes[index] == Self.quote else { return plain() }
        index += 1
        var content: [UInt8] = []
        var isClosed = false
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            guard byte == Self.quote else {
                if byte == Self.lineFeed { nextLine += 1 }
                content.append(byte)
                continue
            }
            guard index < bytes.count, bytes[index] == Self.quote else {
                isClosed = true
                break
            }
            content.append(Self.quote)
            index += 1
        }
        // What stands behind a closing quote belongs to the cell: better a strange value than a lost one.
        let behind = plain()
        if !isClosed { fault = .unclosedQuote } else if !behind.trimmed.isEmpty { fault = fault ?? .textBehindQuote }
        return Self.text(content) + behind
    }

    private mutating func plain() -> String {
        let start = index
        while index < bytes.count, bytes[index] != separator, bytes[index] != Self.lineFeed,
            bytes[index] != Self.carriageReturn
        {
            index += 1
        }
        return Self.text(bytes[start..<index])
    }

    private static func text(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).replacing("\0", with: "\u{FFFD}")
    }
}

/// One line of a CSV file (RFC 4180) that no spreadsheet runs as a program.
public enum CSVLine {
    /// The cells with commas between them, ended by CR LF.
    public static func text(_ cells: [String?]) -> String {
        var line = CSVBytes()
        for cell in cells { line.cell(cell) }
        line.endLine()
        return String(decoding: line.bytes, as: UTF8.self)
    }
}

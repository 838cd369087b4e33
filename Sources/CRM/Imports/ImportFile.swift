import Crypto
import Foundation

/// A file with contacts, read record by record.
public struct ImportFile: Sendable {
    public enum Format: String, Sendable, CaseIterable {
        /// The first record names the columns.
        case csv
        /// An object a line, with the names of the JSON Lines export and of the API.
        case jsonl
    }

    public let name: String
    public let format: Format
    private let bytes: [UInt8]

    public init(name: String, format: Format, bytes: [UInt8]) {
        self.name = name
        self.format = format
        self.bytes = bytes
    }

    /// What tells this file from every other one.
    var fingerprint: String {
        SHA256.hash(data: bytes).map { String(UInt16($0) + 0x100, radix: 16).dropFirst() }.joined()
    }

    /// Where the columns go; nil for a format without columns.
    func columns(fields: [CustomField]) -> ImportColumns? {
        guard format == .csv else { return nil }
        var rows = CSVRecords(bytes)
        return ImportColumns(rows.next() ?? [], fields: fields)
    }

    /// The records, so many at a time.
    func chunks(of size: Int, after done: Int = 0, fields: [CustomField]) -> some Sequence<[ImportRecord]> {
        var records = records(fields: fields)
        for _ in 0..<done { _ = records.next() }
        return sequence(state: records) { records in
            var chunk: [ImportRecord] = []
            while chunk.count < size, let record = records.next() { chunk.append(record) }
            return chunk.isEmpty ? nil : chunk
        }
    }

    private func records(fields: [CustomField]) -> any IteratorProtocol<ImportRecord> {
        switch format {
        case .csv:
            var rows = CSVRecords(bytes)
            let columns = ImportColumns(rows.next() ?? [], fields: fields)
            return CSVImportRecords(rows: rows, columns: columns, fields: fields)
        case .jsonl: return JSONImportRecords(bytes, fields: fields)
        }
    }
}

/// The records of a CSV file behind its header.
private struct CSVImportRecords: IteratorProtocol {
    var rows: CSVRecords
    let columns: ImportColumns
    let fields: [CustomField]

    mutating func next() -> ImportRecord? {
        guard let cells = rows.next() else { return nil }
        var record = ImportRecord(line: rows.line)
        if rows.fault == .unclosedQuote {
            record.problems.append("A quotation mark opens here and none closes it: what follows was not read")
        }
        if cells.count > columns.targets.count { record.problems.append("There are more cells than columns") }
        for (cell, target) in zip(cells, columns.targets) { record.take(cell, target, fields: fields) }
        record.finish()
        return record
    }
}

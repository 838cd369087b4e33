import CRM
import Foundation

/// Writes an account's rows to standard output, a chunk at a time.
struct Export {
    let exports: Exports
    let account: AccountID
    let format: ExportCommand.Format

    /// - Parameter columns: the titles of the columns of CSV; empty for all.
    func contacts(fields: [CustomField], columns: [String]) async throws {
        switch format {
        case .csv:
            let csv = try csv(fields: fields, columns: columns)
            try begin(csv.header)
            try await exports.contactLines(account, ContactQuery(), csv) { try StandardOutput.write(Data($0)) }
        case .jsonl:
            try await exports.contacts(account, ContactQuery()) { contacts in
                try StandardOutput.write(contacts.map { try JSONLine.text(ContactLine($0, fields: fields)) }.joined())
            }
        }
    }

    private func csv(fields: [CustomField], columns: [String]) throws -> ContactsCSV {
        guard !columns.isEmpty else { return ContactsCSV(fields: fields) }
        do {
            return try ContactsCSV(titles: columns, fields: fields)
        } catch {
            throw CommandFailure(
                "There is no column “\(error.title.prefix(100))”. The first line of an export without --column names all."
            )
        }
    }

    func conversions() async throws {
        let table = ConversionExport.table
        try begin(table.header)
        try await exports.conversionsWithAttribution(account) { try write($0, csv: table.csv, json: table.json) }
    }

    func sessions() async throws {
        let table = TrackingExport.sessions
        try begin(table.header)
        try await exports.sessions(account) { try write($0, csv: table.csv, json: table.json) }
    }

    func pageViews() async throws {
        let table = TrackingExport.pageViews
        try begin(table.header)
        try await exports.pageViews(account) { try write($0, csv: table.csv, json: table.json) }
    }

    func opportunities() async throws {
        let table = OpportunityExport.table
        try begin(table.header)
        try await exports.opportunities(account) { try write($0, csv: table.csv, json: table.json) }
    }

    private func begin(_ header: String) throws {
        if format == .csv { try StandardOutput.write(header) }
    }

    private func write<Row>(_ rows: [Row], csv: (Row) -> String, json: (Row) -> some Encodable) throws {
        switch format {
        case .csv: try StandardOutput.write(rows.map(csv).joined())
        case .jsonl: try StandardOutput.write(rows.map { try JSONLine.text(json($0)) }.joined())
        }
    }
}

import CRM

/// Writes an account's rows to standard output, a chunk at a time.
struct Export {
    let exports: Exports
    let account: AccountID
    let format: ExportCommand.Format

    func contacts(fields: [CustomField]) async throws {
        let csv = ContactsCSV(fields: fields)
        try begin(csv.header)
        try await exports.contacts(account, ContactQuery()) { contacts in
            try write(contacts, csv: csv.line) { ContactLine($0, fields: fields) }
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

import Database

/// What a contact has any number of: read for a whole stretch at once, and only what a column asks for.
struct ContactLists {
    private(set) var tags: [String: [String]] = [:]
    private(set) var emails: [String: [String]] = [:]
    private(set) var custom: [String: [FieldID: String]] = [:]

    init(_ connection: Connection, _ account: AccountID, _ span: ContactSpan, for columns: [ContactColumn]) throws {
        let (condition, values) = span.condition
        func read(_ columns: String, of table: String, _ body: (String, borrowing ColumnView) throws -> Void) throws {
            try connection.scan(
                """
                select t.contact_id, \(columns) from contacts c
                join \(table) t on t.account_id = c.account_id and t.contact_id = c.id where \(condition)
                """, [account] + values
            ) { row in
                try body(row.text(0) ?? "", row)
                return true
            }
        }
        if columns.contains(where: { $0.content == .tags }) {
            try read("t.tag", of: "contact_tags") { tags[$0, default: []].append($1.text(1) ?? "") }
        }
        if columns.contains(where: { $0.content == .additionalEmails }) {
            try read("t.email", of: "contact_emails") { emails[$0, default: []].append($1.text(1) ?? "") }
        }
        if columns.contains(where: { if case .custom = $0.content { true } else { false } }) {
            try read("t.field_id, t.value", of: "contact_field_values") { contact, row in
                custom[contact, default: [:]][FieldID(rawValue: row.text(1) ?? "")] = row.text(2)
            }
        }
    }
}

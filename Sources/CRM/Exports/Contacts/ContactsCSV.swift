/// The contacts of an account as CSV.
public struct ContactsCSV: Sendable {
    public let columns: [ContactColumn]

    /// Every column.
    ///
    /// - Parameter fields: the account's custom fields, in the order of their columns.
    public init(fields: [CustomField]) { columns = ContactColumn.all(fields: fields) }

    /// The columns with these titles, in this order.
    ///
    /// - Throws: `StrangeColumn` for a title that no column has.
    public init(titles: [String], fields: [CustomField]) throws(StrangeColumn) {
        let all = ContactColumn.all(fields: fields)
        var chosen: [ContactColumn] = []
        for title in titles {
            guard let column = all.first(where: { $0.title == title }) else { throw StrangeColumn(title: title) }
            chosen.append(column)
        }
        columns = chosen
    }

    /// A title that no column has.
    public struct StrangeColumn: Error {
        public let title: String
    }

    /// The names of the columns; ends with CR LF.
    public var header: String { CSVLine.text(columns.map(\.title)) }

    /// One contact; ends with CR LF.
    public func line(_ detail: ContactDetail) -> String { CSVLine.text(columns.map { $0.value(detail) }) }
}

import Attribution

/// The contacts of an account as CSV: the contact's own fields, every custom field, then every attribution field twice.
public struct ContactsCSV: Sendable {
    private let columns: [Column]

    private struct Column: Sendable {
        let title: String
        let value: @Sendable (ContactDetail) -> String?
    }

    /// - Parameter fields: the account's custom fields, in the order of their columns.
    public init(fields: [CustomField]) {
        columns =
            Self.own + fields.map { field in Column(title: field.name) { $0.value(of: field) } } + Self.attribution
    }

    /// The names of the columns; ends with CR LF.
    public var header: String { CSVLine.text(columns.map(\.title)) }

    /// One contact; ends with CR LF.
    public func line(_ detail: ContactDetail) -> String { CSVLine.text(columns.map { $0.value(detail) }) }

    private static let own: [Column] =
        [Column(title: "Contact ID") { $0.contact.id.rawValue }]
        + ContactProperty.stored.map { property in Column(title: property.label) { $0.contact.properties[property] } }
        + [
            Column(title: "Additional Emails") { list($0.additionalEmails) },
            Column(title: "Tags") { list($0.tags) },
            Column(title: "Contact Source") { $0.contact.contactSource },
            Column(title: "Time Zone") { $0.contact.timeZone },
            Column(title: "Created") { $0.contact.createdAt.iso8601 },
            Column(title: "Updated") { $0.contact.updatedAt.iso8601 },
            Column(title: "Original Channel") { $0.contact.original?.channel.label },
            Column(title: "Original Source") { $0.contact.original?.source },
            Column(title: "Original Medium") { $0.contact.original?.medium },
            Column(title: "Original Campaign") { $0.contact.original?.campaign },
            Column(title: "Original Term") { $0.contact.original?.term },
            Column(title: "Original Referrer") { $0.contact.original?.referrer },
        ]

    /// `First: Source`, `First: Sub-label`, `First: Why` … `Latest: Created At`.
    private static let attribution: [Column] = AttributionPosition.allCases.flatMap { position in
        AttributionField.allCases.flatMap { field in
            let column = Column(title: "\(position.label): \(field.label)") { $0.attribution(position)?.record[field] }
            return field == .sessionSource ? [column, subLabel(position), why(position)] : [column]
        }
    }

    /// The finer label that an own rule gave.
    private static func subLabel(_ position: AttributionPosition) -> Column {
        Column(title: "\(position.label): Sub-label") { $0.attribution(position)?.record.verdict?.subLabel }
    }

    /// The verdict's sentence; empty where an import brought its own source.
    private static func why(_ position: AttributionPosition) -> Column {
        Column(title: "\(position.label): Why") { $0.attribution(position)?.record.verdict?.sentence }
    }

    private static func list(_ values: [String]) -> String { values.joined(separator: ", ") }
}

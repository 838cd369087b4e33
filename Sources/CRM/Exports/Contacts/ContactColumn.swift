import Attribution

/// A column of the contacts' CSV.
public struct ContactColumn: Sendable, Equatable {
    /// What stands in the header.
    public let title: String
    let content: Content

    /// What stands in its cells.
    enum Content: Sendable, Equatable {
        case id
        case property(ContactProperty)
        case additionalEmails, tags, contactSource, timeZone, created, updated
        case original(OriginalFact)
        case custom(FieldID)
        case attribution(AttributionPosition, AttributionField)
        /// The finer label that an own rule gave.
        case subLabel(AttributionPosition)
        /// The verdict's sentence; empty where an import brought its own source.
        case why(AttributionPosition)
    }

    /// A part of the original traffic source; the raw value ends the name of its column in SQL.
    enum OriginalFact: String, CaseIterable {
        case channel, source, medium, campaign, term, referrer
    }

    private init(_ title: String, _ content: Content) {
        self.title = title
        self.content = content
    }

    /// Every column: the contact's own fields, every custom field, then every attribution field twice, as in
    /// `First: Source`, `First: Sub-label`, `First: Why` … `Latest: Created At`.
    ///
    /// - Parameter fields: the account's custom fields, in the order of their columns.
    public static func all(fields: [CustomField]) -> [ContactColumn] {
        own + fields.map(custom) + AttributionPosition.allCases.flatMap(attribution)
    }

    private static let own: [ContactColumn] =
        [ContactColumn("Contact ID", .id)]
        + ContactProperty.stored.map { ContactColumn($0.label, .property($0)) }
        + [
            ContactColumn("Additional Emails", .additionalEmails), ContactColumn("Tags", .tags),
            ContactColumn("Contact Source", .contactSource), ContactColumn("Time Zone", .timeZone),
            ContactColumn("Created", .created), ContactColumn("Updated", .updated),
        ]
        + OriginalFact.allCases.map { ContactColumn("Original \($0.rawValue.capitalized)", .original($0)) }

    private static func custom(_ field: CustomField) -> ContactColumn {
        guard let reference = field.derivedFrom else { return ContactColumn(field.name, .custom(field.id)) }
        return ContactColumn(field.name, .attribution(reference.position, reference.field))
    }

    private static func attribution(_ position: AttributionPosition) -> [ContactColumn] {
        AttributionField.allCases.flatMap { field in
            let column = ContactColumn("\(position.label): \(field.label)", .attribution(position, field))
            guard field == .sessionSource else { return [column] }
            return [
                column, ContactColumn("\(position.label): Sub-label", .subLabel(position)),
                ContactColumn("\(position.label): Why", .why(position)),
            ]
        }
    }
}

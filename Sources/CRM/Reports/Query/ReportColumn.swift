import Attribution

/// A field as one of the two attributions of a contact has it.
///
/// Visits have one attribution, their own: there the position says nothing.
public struct ReportColumn: Hashable, Sendable {
    public let field: ReportField
    public let position: AttributionPosition

    public init(_ field: ReportField, _ position: AttributionPosition) {
        self.field = field
        // A tag is the same tag in both, so the two columns are one.
        self.position = field.hasModel ? position : .first
    }
}

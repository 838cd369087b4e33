import Attribution

/// A column that a reader of raw rows fills, with the dictionary of its values.
struct FactSlot: Sendable {
    let column: FactColumn
    let dictionary: String

    init(_ field: ReportField, _ position: AttributionPosition = .first) {
        column = .report(ReportColumn(field, position))
        dictionary = field.rawValue
    }

    init(_ dimension: ReportDimension, _ position: AttributionPosition) {
        self.init(.attribution(dimension), position)
    }

    private init(currency column: FactColumn) {
        self.column = column
        dictionary = "currency"
    }

    static let currency = FactSlot(currency: .currency)
}

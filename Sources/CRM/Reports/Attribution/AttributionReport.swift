/// The attribution report at one level: where contacts came from, and what became of them.
public struct AttributionReport: Sendable, Equatable {
    public let level: AttributionLevel
    /// At most as many as were asked for, in their order.
    public let rows: [AttributionRow]
    /// All rows that are not shown, as one; nil when every one is.
    public let other: AttributionRow?
    /// How many rows are not shown.
    public let otherCount: Int
    /// Of everything the level divides: the rows and the other together, but for visitors, who may stand under several.
    public let total: AttributionRow
    /// Whether the account has a consult at all: until then nobody needs the column.
    public let hasConsults: Bool
    /// What amounts are counted in.
    public let currency: Currency
}

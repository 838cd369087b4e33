/// Where a widget stands on the grid, in cells from the upper left corner, and how large it is.
public struct WidgetPlace: Hashable, Sendable {
    public var column: Int
    public var row: Int
    public var width: Int
    public var height: Int

    public static let columns = 12
    public static let tallest = 6
    /// Below it a number cannot be read.
    public static let narrowest = 2

    /// The nearest place that the grid has.
    public init(column: Int, row: Int, width: Int, height: Int) {
        self.width = min(max(width, Self.narrowest), Self.columns)
        self.height = min(max(height, 1), Self.tallest)
        self.column = min(max(column, 0), Self.columns - self.width)
        self.row = min(max(row, 0), Self.lowest)
    }

    /// No dashboard is as long: every widget below the other.
    private static let lowest = Dashboard.mostWidgets * tallest

    var columns: Range<Int> { column..<column + width }
    var rows: Range<Int> { row..<row + height }

    func overlaps(_ other: WidgetPlace) -> Bool { columns.overlaps(other.columns) && rows.overlaps(other.rows) }
}

/// A table whose cells are the darker the more there is in them; each says its number too.
struct MatrixChart: Chart {
    let title: String
    let unit: ChartUnit
    let rowName: String
    let columnName: String
    let rows: [String]
    let columns: [String]
    let values: [[Double?]]

    init(
        _ title: String, _ unit: ChartUnit, rowName: String, columnName: String, rows: [String], columns: [String],
        values: [[Double?]]
    ) {
        self.title = title
        self.unit = unit
        self.rowName = rowName
        self.columnName = columnName
        self.rows = rows
        self.columns = columns
        self.values = values
    }

    private static let row = 28.0
    private static let head = 44.0

    var isEmpty: Bool { rows.isEmpty || columns.isEmpty }

    func height(width: Double) -> Double { Self.head + Double(rows.count) * Self.row + 2 }

    func draw(_ svg: inout SVGWriter, _ frame: ChartFrame) {
        let names = min(frame.width * 0.3, max(60, (rows.map(ChartText.width).max() ?? 0) + 4))
        let left = names + 10
        let width = (frame.width - left) / Double(columns.count)
        svg.label("axis", "\(rowName) ↓  \(columnName) →", at: ChartPoint(0, 14), within: frame.width)
        for (index, column) in columns.enumerated() {
            svg.label(
                "axis", column, at: ChartPoint(left + width * (Double(index) + 0.5), 36), .middle, within: width - 4)
        }
        let most = values.flatMap { $0.compactMap { $0 } }.max() ?? 0
        for (index, row) in rows.enumerated() {
            let y = Self.head + Double(index) * Self.row
            svg.label("name", row, at: ChartPoint(names, y + 18), .end, within: names)
            for (place, column) in columns.enumerated() {
                guard values.indices.contains(index), values[index].indices.contains(place),
                    let value = values[index][place]
                else { continue }
                let cell = ChartFrame(
                    x: left + width * Double(place) + 1, y: y + 1, width: width - 2, height: Self.row - 2)
                svg.group("cell", title: "\(row) → \(column): \(unit.text(value))") { svg in
                    svg.rectangle("heat h\(Self.heat(value, most))", cell, radius: 3)
                    let text = unit.short(value)
                    guard ChartText.width(text) <= cell.width else { return }
                    svg.label("value", text, at: ChartPoint(cell.x + cell.width / 2, y + 18), .middle)
                }
            }
        }
    }

    /// 0 for nothing, then 1 to 5.
    private static func heat(_ value: Double, _ most: Double) -> Int {
        guard value > 0, most > 0 else { return 0 }
        return min(5, Int(value / most * 5) + 1)
    }
}

import CRM

/// How many columns a widget takes where a page is too narrow for the grid of twelve: of two, and of four.
///
/// Widgets come one after the other, and what is left of a row goes to those in it: no row has a gap.
struct WidgetSpans: Equatable {
    let halves: Int
    let quarters: Int

    /// What of a widget decides how much room it needs; its width in columns of twelve.
    typealias Shape = (kind: WidgetKind, width: Int)

    /// - Parameter shapes: in the order of the page.
    static func packed(_ shapes: [Shape]) -> [WidgetSpans] {
        let halves = filled(shapes.map { isWide($0) ? 2 : 1 }, of: 2)
        let quarters = filled(shapes.map { isWide($0) ? 4 : isSmall($0) ? 1 : 2 }, of: 4)
        return zip(halves, quarters).map { WidgetSpans(halves: $0, quarters: $1) }
    }

    private static func isWide(_ shape: Shape) -> Bool { shape.kind == .table || shape.width > 6 }

    private static func isSmall(_ shape: Shape) -> Bool { shape.kind == .number && shape.width < 4 }

    /// Rows of so many columns, and what is left of each given to its widgets, from the last of them back.
    private static func filled(_ spans: [Int], of columns: Int) -> [Int] {
        var rows: [[Int]] = []
        for span in spans {
            if let row = rows.last, row.reduce(span, +) <= columns {
                rows[rows.count - 1].append(span)
            } else {
                rows.append([span])
            }
        }
        return rows.flatMap { row in
            var row = row
            var next = row.count - 1
            for _ in 0..<(columns - row.reduce(0, +)) {
                row[next] += 1
                next = next == 0 ? row.count - 1 : next - 1
            }
            return row
        }
    }
}

import Attribution
import CRM

/// A matrix as a table: a row for each name of the first lens, a column for each of the second.
struct LensTable {
    let caption: String
    let rowLens: String
    let columnLens: String
    let columnCount: Int
    let columns: [Heading]
    let rows: [Row]
    let totals: [Total]
    let total: String

    struct Heading: Equatable {
        let label: String
    }

    struct Row {
        let label: String
        let cells: [Cell]
        let total: String
    }

    struct Cell: Equatable {
        /// The name of the column, for a phone, where a table's heads are not shown.
        let column: String
        /// Whether there is any contact.
        let some: Bool
        let count: String
        /// Where the cell's contacts and causes are told, for a pair of names that do not mean the same.
        let href: String?
        let same: Bool
        let differs: Bool
        let apart: Bool
    }

    struct Total: Equatable {
        let column: String
        let count: String
    }

    /// - Parameter anchor: the place on the page that tells of a pair of names.
    init(_ matrix: LensMatrix, caption: String, anchor: (LensMatrix.Cell) -> String?) {
        let firsts = LensLabel.all(of: matrix.first).filter { label in matrix.cells.contains { $0.first == label } }
        let seconds = LensLabel.all(of: matrix.second).filter { label in matrix.cells.contains { $0.second == label } }
        self.caption = caption
        rowLens = matrix.first.title
        columnLens = matrix.second.title
        columnCount = seconds.count
        columns = seconds.map { Heading(label: $0.text) }
        rows = firsts.map { first in
            Row(
                label: first.text,
                cells: seconds.map { second in Cell(matrix[first, second], in: second, anchor: anchor) },
                total: Self.sum(matrix.cells.filter { $0.first == first }))
        }
        totals = seconds.map { second in
            Total(column: second.text, count: Self.sum(matrix.cells.filter { $0.second == second }))
        }
        total = Count.grouped(matrix.contacts)
    }

    private static func sum(_ cells: [LensMatrix.Cell]) -> String {
        Count.grouped(cells.reduce(0) { $0 + $1.count })
    }
}

extension LensTable.Cell {
    init(_ cell: LensMatrix.Cell?, in column: LensLabel, anchor: (LensMatrix.Cell) -> String?) {
        self.column = column.text
        some = cell != nil
        count = Count.grouped(cell?.count ?? 0)
        href = cell.flatMap(anchor)
        same = cell?.agreement == .same
        differs = cell?.agreement == .different
        apart = cell?.agreement == .notComparable
    }
}

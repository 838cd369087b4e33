import CRM

/// An attribution report with the levels that were opened.
struct AttributionTree: Sendable {
    /// One row of the whole, at its place.
    struct Line: Sendable {
        /// The keys from the source on down to the row; of what is gathered as "other", to the row above it.
        let path: [String]
        /// What people call the rows above it, the source first.
        let above: [String]
        let row: AttributionRow
        let level: AttributionLevel
        let isOpen: Bool
        let isOther: Bool

        var depth: Int { above.count }
    }

    let sources: AttributionReport
    private var below: [[String]: AttributionReport] = [:]

    init(_ sources: AttributionReport) { self.sources = sources }

    mutating func add(_ report: AttributionReport, below path: [String]) { below[path] = report }

    /// Whether there is such a row, and something below it.
    func hasExpandable(_ path: [String]) -> Bool {
        guard let key = path.last, let report = report(below: Array(path.dropLast())) else {
            return false
        }
        return report.rows.contains { $0.isExpandable && $0.key?.text == key }
    }

    /// Every row that is shown, from top to bottom.
    var lines: [Line] { lines(of: sources, below: [], above: []) }

    private func report(below path: [String]) -> AttributionReport? {
        path.isEmpty ? sources : below[path]
    }

    private func lines(of report: AttributionReport, below path: [String], above: [String]) -> [Line] {
        let rows = report.rows.flatMap { row -> [Line] in
            let own = path + [row.key?.text ?? ""]
            let inner = below[own]
            let line = Line(
                path: own, above: above, row: row, level: report.level, isOpen: inner != nil, isOther: false
            )
            return [line] + (inner.map { lines(of: $0, below: own, above: above + [row.title]) } ?? [])
        }
        let other = report.other.map {
            Line(path: path, above: above, row: $0, level: report.level, isOpen: false, isOther: true)
        }
        return rows + [other].compactMap { $0 }
    }
}

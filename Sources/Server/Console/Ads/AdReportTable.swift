import CRM

/// The rows of an ads report as its page shows them.
struct AdReportTable {
    let caption: String
    let name: ReportHeading
    let columns: [ReportHeading]
    let rows: [Row]
    let total: [ReportCell]

    struct Row: Equatable {
        let name: String
        /// The ID, or the match type.
        let note: String?
        /// Opens what is below.
        let href: String?
        let isOther: Bool
        let isPlaceholder: Bool
        let moreHref: String?
        let cells: [ReportCell]
    }

    init(_ report: AdReport, _ wish: AdReportWish, _ paths: AccountPaths) {
        let maker = Maker(report: report, wish: wish, paths: paths, columns: AdColumn.shown(report))
        let level = wish.platform.name(of: report.request.level)
        caption = "Each \(level.lowercased()) of \(wish.platform.name) with what it cost and what came of it."
        name = maker.heading(level, nil, .name)
        columns = maker.columns.map { maker.heading($0.label, $0.meaning, $0.sort) }
        rows = report.rows.map(maker.row) + (report.other.map { [maker.other($0, before: report.otherCompared)] } ?? [])
        total = maker.cells(report.total, before: report.totalCompared, .row(wish.path))
    }

    private struct Maker {
        let report: AdReport
        let wish: AdReportWish
        let paths: AccountPaths
        let columns: [AdColumn]

        var root: String { paths.ads(wish.platform) }

        func heading(_ label: String, _ meaning: String?, _ sort: AdSort) -> ReportHeading {
            let isChosen = wish.sort == sort
            let path = wish.path(root) {
                $0.sort = sort
                $0.descending = isChosen ? !wish.descending : sort != .name
            }
            return ReportHeading(
                label, meaning: meaning, href: path.text, descending: isChosen ? wish.descending : nil)
        }

        func row(_ row: AdReportRow) -> Row {
            let note: String? =
                switch row.key {
                case _ where row.level == .keyword: row.matchType?.label
                case .id(let id): row.label == nil ? nil : "ID \(id)"
                case .none where (row.figures.cost ?? 0) < 0:
                    "Parts cost more than the whole"
                case .name, .none: nil
                }
            return Row(
                name: row.name, note: note,
                href: row.isExpandable ? wish.path(root) { $0.path.append(row.key) }.text : nil, isOther: false,
                isPlaceholder: row.isPlaceholder, moreHref: nil,
                cells: cells(row.figures, before: row.compared, .row(wish.path + [row.key])))
        }

        func other(_ figures: AdFigures, before: AdFigures?) -> Row {
            let more = wish.limit < AdReportRequest.mostRows
            return Row(
                name: "\(AttributionRow.restName) (\(Count.grouped(report.otherCount)))", note: nil, href: nil,
                isOther: true,
                isPlaceholder: false,
                moreHref: more ? wish.path(root) { $0.limit = min($0.limit * 4, AdReportRequest.mostRows) }.text : nil,
                cells: cells(figures, before: before, .other(below: wish.path)))
        }

        /// - Parameter spot: where the row stands.
        func cells(_ figures: AdFigures, before: AdFigures?, _ spot: AdReportPlace) -> [ReportCell] {
            columns.map { column in
                let text = column.text(figures, report.currency)
                let href = column.figure.flatMap { $0.isSome(figures) ? wish.contactsPath(paths, spot, $0).text : nil }
                return ReportCell(
                    label: column.label, text: text ?? "–", href: href, isNone: text == nil,
                    change: FigureChange(column, figures, then: before, report.currency))
            }
        }
    }
}

extension AdFigure {
    /// Whether anybody stands behind it.
    func isSome(_ figures: AdFigures) -> Bool {
        switch self {
        case .contacts: figures.results.contacts > 0
        case .consults: figures.results.consults > 0
        case .won: figures.results.won > 0
        }
    }
}

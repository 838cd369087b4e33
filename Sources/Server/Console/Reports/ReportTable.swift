import Attribution
import CRM

/// The rows of an attribution report, with the levels that are open.
struct ReportTable {
    let caption: String
    let name: ReportHeading
    let columns: [ReportHeading]
    let rows: [Row]
    let total: [ReportCell]
    let isCompared: Bool

    struct Row {
        let id: String
        let name: String
        /// What kind of thing the name is, below the source.
        let level: String?
        let source: SourceBadge?
        let depth: Int
        /// Opens or closes what is below; nil where nothing is.
        let toggleHref: String?
        let isOpen: Bool
        let isOther: Bool
        let isPlaceholder: Bool
        /// Shows more rows of the level that this one gathers.
        let moreHref: String?
        let cells: [ReportCell]
    }

    /// What every row is made with.
    fileprivate struct Maker {
        let paths: AccountPaths
        let address: AttributionAddress
        let report: AttributionReport
        let columns: [AttributionColumn]
    }

    init(
        _ tree: AttributionTree, _ address: AttributionAddress, _ paths: AccountPaths, caption: String
    ) {
        let report = tree.sources
        let maker = Maker(
            paths: paths, address: address, report: report, columns: AttributionColumn.shown(report))
        self.caption = caption
        name = maker.heading("Source", .name)
        columns = maker.columns.map { maker.heading($0.label, $0.sort) }
        rows = tree.lines.enumerated().map { maker.row($1, number: $0) }
        total = maker.cells(
            report.total.figures, then: report.total.compared, ReportContactsAddress(address, .total))
        isCompared = report.total.compared != nil
    }
}

extension ReportTable.Maker {
    func heading(_ label: String, _ sort: AttributionSort) -> ReportHeading {
        let isChosen = address.sort == sort
        var sorted = address
        sorted.sort = sort
        sorted.isDescending = isChosen ? !address.isDescending : sort != .name
        return ReportHeading(
            label, href: sorted.path(paths.reports).text + "#report",
            descending: isChosen ? address.isDescending : nil)
    }

    func row(_ line: AttributionTree.Line, number: Int) -> ReportTable.Row {
        let id = "row-\(number + 1)"
        let isSource = line.depth == 0 && !line.isOther
        return ReportTable.Row(
            id: id, name: line.row.title, level: line.depth == 0 ? nil : level(line),
            source: isSource ? Source(rawValue: line.row.key?.text ?? "").map(SourceBadge.init) : nil,
            depth: min(line.depth, 5),
            toggleHref: line.row.isExpandable && !line.isOther ? toggle(line, id) : nil,
            isOpen: line.isOpen, isOther: line.isOther,
            isPlaceholder: line.row.isPlaceholder,
            moreHref: line.isOther && address.limit < AttributionAddress.mostLimit ? more(id) : nil,
            cells: cells(
                line.row.figures, then: line.row.compared,
                ReportContactsAddress(address, line.isOther ? .other(below: line.path) : .row(line.path))))
    }

    /// With what was sent, where people read another name.
    private func level(_ line: AttributionTree.Line) -> String {
        line.row.isPlaceholder ? "\(line.level.label) · \(line.row.name)" : line.level.label
    }

    func cells(
        _ figures: AttributionFigures, then: AttributionFigures?, _ contacts: ReportContactsAddress
    ) -> [ReportCell] {
        columns.map { column in
            let amount = column.amount(figures, report.currency)
            let isSome =
                amount.map { $0 != 0 } ?? false || column == .revenue && !figures.revenue.apart.isEmpty
            var opened = contacts
            opened.figure = column.figure ?? .contacts
            return ReportCell(
                label: column.label, text: column.text(figures, report.currency),
                href: isSome && column.hasContacts ? opened.path(paths.reportContacts).text : nil,
                isNone: amount == nil && !isSome,
                change: FigureChange(column, figures, then: then, report))
        }
    }

    private func toggle(_ line: AttributionTree.Line, _ id: String) -> String {
        var toggled = address
        if line.isOpen {
            // What was open below it is closed with it.
            toggled.opened.removeAll { $0.starts(with: line.path) }
        } else {
            toggled.opened.append(line.path)
        }
        return toggled.path(paths.reports).text + "#\(id)"
    }

    private func more(_ id: String) -> String {
        var longer = address
        longer.limit = min(address.limit * 4, AttributionAddress.mostLimit)
        return longer.path(paths.reports).text + "#\(id)"
    }
}

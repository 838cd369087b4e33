import CRM

/// The rows of an ads report as its page shows them.
struct AdReportTable {
    let caption: String
    let name: Heading
    let columns: [Heading]
    let rows: [Row]
    let total: [Cell]

    /// The head of a column, which sorts by it.
    struct Heading: Equatable {
        let label: String
        let meaning: String?
        let href: String
        /// As `aria-sort` has it.
        let sorted: String?
        let ascends: Bool
        let descends: Bool
    }

    struct Row: Equatable {
        let name: String
        /// The ID, or the match type.
        let note: String?
        /// Opens what is below.
        let href: String?
        let isOther: Bool
        let isPlaceholder: Bool
        let moreHref: String?
        let cells: [Cell]
    }

    struct Cell: Equatable {
        let label: String
        let text: String
        let href: String?
        let isNone: Bool
    }

    init(_ report: AdReport, _ wish: AdReportWish, _ paths: AccountPaths) {
        let maker = Maker(report: report, wish: wish, paths: paths, columns: AdColumn.shown(report))
        let level = wish.platform.name(of: report.request.level)
        caption = "Each \(level.lowercased()) of \(wish.platform.name) with what it cost and what came of it."
        name = maker.heading(level, nil, .name)
        columns = maker.columns.map { maker.heading($0.label, $0.meaning, $0.sort) }
        rows = report.rows.map(maker.row) + (report.other.map { [maker.other($0)] } ?? [])
        total = maker.cells(report.total, wish.path)
    }

    private struct Maker {
        let report: AdReport
        let wish: AdReportWish
        let paths: AccountPaths
        let columns: [AdColumn]

        var root: String { paths.ads(wish.platform) }

        func heading(_ label: String, _ meaning: String?, _ sort: AdSort) -> Heading {
            let isChosen = wish.sort == sort
            let path = wish.path(root) {
                $0.sort = sort
                $0.descending = isChosen ? !wish.descending : sort != .name
            }
            return Heading(
                label: label, meaning: meaning, href: path.text,
                sorted: isChosen ? (wish.descending ? "descending" : "ascending") : nil,
                ascends: isChosen && !wish.descending, descends: isChosen && wish.descending)
        }

        func row(_ row: AdReportRow) -> Row {
            let note: String? =
                switch row.key {
                case _ where row.level == .keyword: row.matchType?.label
                case .id(let id): row.label == nil ? nil : "ID \(id)"
                case .name, .none: nil
                }
            return Row(
                name: row.name, note: note,
                href: row.isExpandable ? wish.path(root) { $0.path.append(row.key) }.text : nil, isOther: false,
                isPlaceholder: row.isPlaceholder, moreHref: nil, cells: cells(row.figures, wish.path + [row.key]))
        }

        func other(_ figures: AdFigures) -> Row {
            let more = wish.limit < AdReportRequest.mostRows
            return Row(
                name: "Other (\(Count.grouped(report.otherCount)))", note: nil, href: nil, isOther: true,
                isPlaceholder: false,
                moreHref: more ? wish.path(root) { $0.limit = min($0.limit * 4, AdReportRequest.mostRows) }.text : nil,
                cells: cells(figures, nil))
        }

        /// - Parameter path: of the row; nil where no contacts are looked at.
        func cells(_ figures: AdFigures, _ path: [AdKey]?) -> [Cell] {
            columns.map { column in
                let text = column.text(figures, report.currency)
                let href = column.figure.flatMap { figure in path.flatMap { self.href(figure, figures, $0) } }
                return Cell(label: column.label, text: text ?? "–", href: href, isNone: text == nil)
            }
        }

        private func href(_ figure: AdFigure, _ figures: AdFigures, _ path: [AdKey]) -> String? {
            let results = figures.results
            let count =
                switch figure {
                case .contacts: results.contacts
                case .consults: results.consults
                case .won: results.won
                }
            guard count > 0 else { return nil }
            let address = wish.path(paths.adContacts(wish.platform)) { $0.path = path }
            return address.with("figure", figure.rawValue).text
        }
    }
}

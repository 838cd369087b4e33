import Attribution
import CRM

/// The attribution report: which sources bring visits, contacts and revenue.
struct ReportPage: ConsolePage {
    static let template = "console/reports"

    let shell: Shell
    let tabs: [Link]
    let scope: String
    let csvHref: String?
    let rulesUnderway: String?
    let problem: String?
    let form: ReportFilterForm
    let tiles: [Tile]
    let time: ReportTime?
    let bars: ReportSourceBars?
    let table: ReportTable?
    let matrix: ReportMatrixTable?
    let emptyText: String?

    struct Tile: Equatable {
        let label: String
        let text: String
        let href: String?
        let change: FigureChange?
    }

    /// What was read for the page.
    struct Matter: Sendable {
        let address: AttributionAddress
        let range: ReportRange
        let tree: AttributionTree
        let time: AttributionTimeReading
        let matrix: AttributionMatrix
        let fields: [CustomField]
        let rulesUnderway: RulesUnderway?
        /// What of the address was not understood.
        let problem: String?
    }

    init(_ frame: Frame, _ paths: AccountPaths, _ matter: Matter) {
        let address = matter.address
        let report = matter.tree.sources
        shell = Shell("Reports", in: .reports, frame)
        tabs = ReportTab.attribution.links(paths)
        scope = Self.scope(matter)
        rulesUnderway = matter.rulesUnderway?.text(frame.clock)
        problem = matter.problem
        form = Self.form(matter, paths)
        let isEmpty = report.rows.isEmpty
        emptyText = isEmpty ? Self.emptyText(address) : nil
        csvHref = isEmpty ? nil : address.path(paths.reportsCSV).text
        tiles = isEmpty ? [] : Self.tiles(report, address, paths)
        table =
            isEmpty
            ? nil
            : ReportTable(matter.tree, address, paths, caption: "\(scope): figures of every source.")
        let figure = matter.time.figure
        time =
            isEmpty ? nil : ReportTime(matter.time, svgHref: address.path(paths.reportChart(.time)).text)
        bars =
            isEmpty
            ? nil
            : ReportSourceBars(report, figure, svgHref: address.path(paths.reportChart(.sources)).text)
        matrix = ReportMatrixTable(matter.matrix, address, paths)
    }

    /// `24 Oct – 22 Nov 2026 · First attribution · compared with 24 Sep – 23 Oct 2026`
    static func scope(_ matter: Matter) -> String {
        let compared = matter.range.compared.map { "compared with \(DayText.range($0))" }
        let names = ReportFieldNames(matter.fields)
        let filters = matter.address.filters.map { names.sentence($0, model: matter.address.model) }
        return
            ([DayText.range(matter.range.days), "\(matter.address.model.label) attribution", compared]
            .compactMap { $0 } + filters).joined(separator: " · ")
    }

    private static func form(_ matter: Matter, _ paths: AccountPaths) -> ReportFilterForm {
        let address = matter.address
        let preset: ReportPreset? = if case .preset(let preset) = address.period { preset } else { nil }
        let choice = ReportFilterForm.Choice(
            model: address.model, preset: preset, comparison: address.comparison, filters: address.filters,
            countsVisitors: address.wantsVisitors)
        return ReportFilterForm(choice, matter.range, matter.fields, paths) { filters in
            var other = address
            other.filters = filters
            return other.path(paths.reports)
        }
    }

    private static func tiles(
        _ report: AttributionReport, _ address: AttributionAddress, _ paths: AccountPaths
    ) -> [Tile] {
        AttributionColumn.shown(report).filter { $0 != .share }.map { column in
            let isSome = column.hasContacts && (column.amount(report.total.figures, report.currency) ?? 0) != 0
            let contacts = ReportContactsAddress(address, .total, column.figure ?? .contacts)
            return Tile(
                label: column.label, text: column.text(report.total.figures, report.currency),
                href: isSome ? contacts.path(paths.reportContacts).text : nil,
                change: FigureChange(column, report.total.figures, then: report.total.compared, report))
        }
    }

    private static func emptyText(_ address: AttributionAddress) -> String {
        address.filters.isEmpty
            ? "Nobody came in these days. Choose a longer time; new visits show here within two seconds."
            : "Nothing in these days passes the filters. Take one off, or choose a longer time."
    }
}

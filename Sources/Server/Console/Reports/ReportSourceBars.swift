import CRM

/// One figure of every source, as bars.
struct ReportSourceBars {
    let heading: String
    let chart: HorizontalBarChart
    let figure: ChartFigure
    let svgHref: String

    init(_ report: AttributionReport, _ figure: AttributionFigure, svgHref: String) {
        let column = AttributionColumn(rawValue: figure.rawValue) ?? .contacts
        let rows = report.rows.map { ($0, false) } + [report.other.map { ($0, true) }].compactMap { $0 }
        let bars = rows.compactMap { row, isOther -> ChartPart? in
            let amount = column.amount(row.figures, report.currency) ?? 0
            return amount == 0 ? nil : ChartPart(row.name, amount, isOther: isOther)
        }
        heading = "\(column.label) by source"
        chart = HorizontalBarChart(heading, column.unit(report.currency), bars: bars)
        self.figure = ChartFigure(chart)
        self.svgHref = svgHref
    }
}

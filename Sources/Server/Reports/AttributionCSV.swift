import CRM

/// An attribution report as CSV: the rows as they are shown, then the total. Where two times are compared, every figure
/// stands there twice.
enum AttributionCSV {
    static func text(_ tree: AttributionTree) -> String {
        let columns = AttributionColumn.shown(tree.sources)
        let currency = tree.sources.currency
        let figures = columns.map { title($0, currency) } + ["Revenue Without A Rate"]
        let isCompared = tree.sources.total.compared != nil
        let titles = ["Level", "Above", "Name"] + figures + (isCompared ? figures.map { $0 + " Before" } : [])

        func both(_ row: AttributionRow) -> [String] {
            let before = isCompared ? row.compared.map { cells($0, columns, currency) } ?? figures.map { _ in "" } : []
            return cells(row.figures, columns, currency) + before
        }
        let lines = tree.lines.map { line in
            [line.level.label, line.above.joined(separator: " > "), line.row.title] + both(line.row)
        }
        let total = ["Total", "", ""] + both(tree.sources.total)
        return ([titles] + lines + [total]).map { CSVLine.text($0) }.joined()
    }

    private static func title(_ column: AttributionColumn, _ currency: Currency) -> String {
        switch column {
        case .revenue: "Revenue (\(currency.rawValue))"
        case .conversionRate: "Conversion Rate (%)"
        case .share: "Share (%)"
        default: column.label
        }
    }

    private static func cells(
        _ figures: AttributionFigures, _ columns: [AttributionColumn], _ currency: Currency
    ) -> [String] {
        columns.map { cell($0, figures, currency) }
            + [
                figures.revenue.apart.map { "\($0.major) \($0.currency.rawValue)" }.joined(separator: "; ")
            ]
    }

    private static func cell(
        _ column: AttributionColumn, _ figures: AttributionFigures, _ currency: Currency
    ) -> String {
        if column == .revenue {
            return figures.revenue.number.map { "\(Money(minorUnits: $0, currency: currency).major)" }
                ?? ""
        }
        guard let amount = column.amount(figures, currency) else { return "" }
        // Rates and shares to a hundredth; everything else is whole.
        guard column == .conversionRate || column == .share else { return String(Int(amount)) }
        return String((amount * 100).rounded() / 100)
    }
}

import CRM

/// Figures over time, as a chart and as the table that says the same.
struct ReportTime {
    let heading: String
    let chart: LineChart
    let figure: ChartFigure
    let svgHref: String
    let labels: [String]
    let table: [Row]

    struct Row: Equatable {
        let label: String
        let values: [Value]
    }

    struct Value: Equatable {
        let name: String
        let text: String
    }

    init(_ reading: AttributionTimeReading, svgHref: String) {
        let column = AttributionColumn(rawValue: reading.figure.rawValue) ?? .contacts
        let unit = column.unit(reading.currency)
        heading = "\(column.label) by \(reading.bucket.rawValue)"
        let labels = reading.timeline.steps.map { DayText.tick($0, reading.bucket) }
        chart = LineChart(heading, unit, labels: labels, series: Self.series(reading))
        figure = ChartFigure(chart)
        self.svgHref = svgHref
        let series = chart.series
        self.labels = series.map(\.name)
        table = labels.enumerated().map { place, label in
            Row(
                label: label,
                values: series.map { one in
                    let value = one.values.indices.contains(place) ? one.values[place] : nil
                    return Value(name: one.name, text: value.map(unit.text) ?? "–")
                })
        }
    }

    /// One line for each source; where two times are compared, one line for each time.
    private static func series(_ reading: AttributionTimeReading) -> [ChartSeries] {
        let timeline = reading.timeline
        guard let compared = timeline.compared else {
            let lines = timeline.series.map { one in
                ChartSeries(one.name, one.values.map { amount($0, reading) }, isOther: one.key == nil)
            }
            return gathered(lines)
        }
        return [
            ChartSeries("This period", timeline.total.map { amount($0, reading) }),
            ChartSeries("Before", compared.map { amount($0, reading) }, isComparison: true),
        ]
    }

    /// More lines than these are a tangle: the smaller ones are one.
    private static let mostLines = 6

    private static func gathered(_ lines: [ChartSeries]) -> [ChartSeries] {
        guard lines.count > mostLines else { return lines }
        let rest = lines.dropFirst(mostLines - 1)
        let sums = lines[0].values.indices.map { place in
            rest.reduce(0.0) { $0 + ($1.values[place] ?? 0) }
        }
        return lines.prefix(mostLines - 1) + [ChartSeries(AttributionRow.restName, sums, isOther: true)]
    }

    private static func amount(_ value: ReportValue, _ reading: AttributionTimeReading) -> Double? {
        reading.figure == .revenue ? value.major(reading.currency) : value.number.map(Double.init)
    }
}

import CRM

/// The chart of a widget's figures.
enum WidgetDrawing {
    /// Nil for what is not drawn.
    static func chart(_ answer: WidgetAnswer, _ words: WidgetWords) -> (any Chart)? {
        let question = answer.widget.question
        let metric = question.metrics[0]
        let title = words.title(of: answer.widget)
        let unit = words.unit(metric)
        switch answer.result {
        case .number, .table, .refused: return nil
        case .line(let line):
            return LineChart(
                title, unit, labels: line.starts.map { DayText.tick($0, line.bucket) },
                series: line.series.map { series in
                    ChartSeries(
                        words.label(series, of: question), series.values.map { words.number($0, metric) },
                        isComparison: series.kind == .before, isOther: series.kind == .other)
                })
        case .steps(let steps):
            return FunnelChart(
                title, unit,
                steps: steps.map { ChartPart($0.subject.label, words.number($0.value, metric) ?? 0) })
        case .parts(let parts):
            let bars = parts.parts.compactMap { part in
                words.number(part.value, metric).map {
                    ChartPart(words.label(part.key, of: question.groups[0]), $0, isOther: part.key == nil)
                }
            }
            switch answer.widget.kind {
            case .donut: return DonutChart(title, unit, parts: bars.filter { $0.value >= 0 })
            case .bar: return BarChart(title, unit, bars: bars)
            default: return HorizontalBarChart(title, unit, bars: bars)
            }
        }
    }
}

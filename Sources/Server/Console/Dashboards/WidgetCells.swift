import CRM

/// A widget's figures as a table of texts: what stands under a chart, and what a CSV file holds.
struct WidgetCells {
    struct Column {
        let label: String
        let isNumber: Bool
    }

    struct Cell {
        let text: String?
        /// For a program.
        let plain: String?
        let isNumber: Bool

        static func name(_ text: String) -> Cell { Cell(text: text, plain: text, isNumber: false) }
    }

    let columns: [Column]
    let rows: [[Cell]]
    /// Nil where nothing is added up.
    let total: [Cell]?
    /// What is said of groups that are in none of the figures.
    private let left: String?

    /// Nil for what has no figures.
    init?(_ answer: WidgetAnswer, _ words: WidgetWords) {
        let question = answer.widget.question
        let subject = question.subjects[0]
        let metric = question.metrics[0]
        func cell(_ value: ReportValue, _ metric: ReportMetric) -> Cell {
            Cell(text: words.text(value, metric), plain: words.plain(value, metric), isNumber: true)
        }
        left = words.left(answer.result)
        let figure = Column(label: words.label(metric, of: subject), isNumber: true)
        switch answer.result {
        case .refused: return nil
        case .number(let value, let before):
            columns = [figure] + (before == nil ? [] : [Column(label: "Before", isNumber: true)])
            rows = [[cell(value, metric)] + (before.map { [cell($0, metric)] } ?? [])]
            total = nil
        case .parts(let parts):
            let field = question.groups[0]
            columns = [Column(label: words.label(field), isNumber: false), figure]
            rows = parts.parts.map { [.name(words.label($0.key, of: field)), cell($0.value, metric)] }
            total = [.name("Total"), cell(parts.total, metric)]
        case .steps(let steps):
            columns = [Column(label: "Step", isNumber: false), Column(label: metric.label, isNumber: true)]
            rows = steps.map { [.name($0.subject.label), cell($0.value, metric)] }
            total = nil
        case .line(let line):
            columns =
                [Column(label: line.bucket.label, isNumber: false)]
                + line.series.map { series in
                    Column(label: words.label(series, of: question), isNumber: true)
                }
            rows = line.starts.indices.map { index in
                [.name(line.starts[index].rawValue)] + line.series.map { cell($0.values[index], metric) }
            }
            total = nil
        case .table(let table):
            columns =
                table.groups.map { Column(label: words.label($0), isNumber: false) }
                + table.metrics.map { Column(label: words.label($0, of: subject), isNumber: true) }
            func summary(_ name: String, _ values: [ReportValue]) -> [Cell] {
                table.groups.indices.map { .name($0 == 0 ? name : "") }
                    + zip(values, table.metrics).map { cell($0, $1) }
            }
            rows =
                table.rows.map { row in
                    zip(row.keys, table.groups).map { .name(words.label($0, of: $1)) }
                        + zip(row.values, table.metrics).map { cell($0, $1) }
                } + (table.other.map { [summary(WidgetWords.rest, $0)] } ?? [])
            total = summary("Total", table.total)
        }
    }

    /// A line of names, a line for each row, the total, and a line that says what is left out.
    var csv: String {
        let note = left.map { text in columns.indices.map { $0 == 0 ? text : nil } }
        let lines = rows.map { $0.map(\.plain) } + [total?.map(\.plain), note].compactMap(\.self)
        return CSVLine.text(columns.map(\.label)) + lines.map { CSVLine.text($0) }.joined()
    }
}

extension TimeBucket {
    var label: String {
        switch self {
        case .day: "Day"
        case .week: "Week from"
        case .month: "Month from"
        }
    }
}

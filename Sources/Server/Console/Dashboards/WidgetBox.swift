import CRM

/// One widget as pages show it (`console/widget`).
struct WidgetBox {
    /// The id of its place in the page.
    let anchor: String
    let title: String
    /// Classes that put it into its cells.
    let place: String
    let note: String?
    let number: Number?
    let chart: ChartFigure?
    let table: Table?
    let refusal: String?
    /// What is not shown, in sentences.
    let lines: [TextLine]
    let svgHref: String?
    let csvHref: String?
    let fileName: String
    var tools: WidgetTools?

    struct Number {
        let text: String
        /// It is written smaller, so that it has room on one line.
        let isLong: Bool
        let change: Change?
        let before: String?
    }

    /// More or less than before; whether that is good is for people to say.
    struct Change {
        let text: String
        let isUp: Bool
        let isDown: Bool
    }

    struct Table {
        let columns: [WidgetCells.Column]
        let rows: [Row]
        let total: Row?
        /// It stands under a chart and is folded away.
        let folded: Bool
        let caption: String
    }

    struct Row {
        let cells: [Cell]
    }

    struct Cell {
        let text: String?
        /// The whole of a text that may be cut.
        let hint: String?
        let number: Bool
        let label: String
        let head: Bool

        /// So many characters stand in a cell of any width.
        static let surelyWhole = 24
    }

    init(
        _ answer: WidgetAnswer, _ words: WidgetWords, _ addresses: WidgetAddresses, named file: ExportName,
        query: [(name: String, value: String)], spans: WidgetSpans
    ) {
        let widget = answer.widget
        let question = widget.question
        let cells = WidgetCells(answer, words)
        let figures = WidgetDrawing.chart(answer, words)
        anchor = Self.anchor(widget.id)
        title = words.title(of: widget)
        place = """
            at-\(widget.place.column + 1) wide-\(widget.place.width) tall-\(widget.place.height) \
            is-\(widget.kind.rawValue) halves-\(spans.halves) quarters-\(spans.quarters)
            """
        note = Self.note(question)
        number = Number(answer, words)
        chart = figures.map { ChartFigure($0) }
        table =
            widget.kind == .number ? nil : cells.map { Table($0, folded: widget.kind.isChart, caption: widget.title) }
        refusal = WidgetRefusalWords.text(answer.result)
        lines = Self.lines(answer, words).map { TextLine(text: $0) }
        svgHref = figures == nil ? nil : addresses.svg(widget.id, query)
        csvHref = cells == nil ? nil : addresses.csv(widget.id, query)
        fileName = file.whole ?? file.ascii
    }

    static func anchor(_ id: WidgetID) -> String { "widget-" + id.rawValue }

    private static func note(_ question: WidgetQuestion) -> String? {
        let parts = [
            question.period?.label,
            question.filters.isEmpty ? nil : Count.text(question.filters.count, "filter"),
            question.fields.contains(where: \.hasModel) && question.subjects.contains(where: \.hasContact)
                ? question.model.label : nil,
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    private static func lines(_ answer: WidgetAnswer, _ words: WidgetWords) -> [String] {
        var lines = [words.left(answer.result)].compactMap(\.self)
        let apart = answer.apart
        if !apart.isEmpty {
            lines.append("Not included, for want of a rate: \(apart.map(\.text).joined(separator: ", ")).")
        }
        return lines
    }
}

extension WidgetBox.Number {
    /// Nil for what is no number.
    fileprivate init?(_ answer: WidgetAnswer, _ words: WidgetWords) {
        guard case .number(let value, let earlier) = answer.result else { return nil }
        let metric = answer.widget.question.metrics[0]
        text = words.text(value, metric) ?? "–"
        isLong = text.count > 10
        before = earlier.flatMap { words.text($0, metric) }
        change = WidgetBox.Change(from: earlier?.number, to: value.number)
    }
}

extension WidgetBox.Change {
    /// Nil where one of the two is nothing, or nothing can be divided by.
    fileprivate init?(from before: Int64?, to now: Int64?) {
        guard let before, let now, before > 0 else { return nil }
        let percent = (Double(now) - Double(before)) / Double(before) * 100
        // Beside a cent of before, the largest sums are more percent than a number holds.
        let rounded = Int(min(percent.magnitude, 1e12).rounded())
        isUp = now > before
        isDown = now < before
        text = now == before ? "No change" : "\(isUp ? "+" : "−")\(Count.grouped(rounded)) %"
    }
}

extension WidgetBox.Table {
    fileprivate init(_ cells: WidgetCells, folded: Bool, caption: String) {
        func row(_ row: [WidgetCells.Cell]) -> WidgetBox.Row {
            WidgetBox.Row(
                cells: zip(row, cells.columns).enumerated().map { index, pair in
                    let text = pair.0.text.flatMap { $0.isEmpty ? nil : $0 }
                    return WidgetBox.Cell(
                        text: text, hint: text.flatMap { $0.count > WidgetBox.Cell.surelyWhole ? $0 : nil },
                        number: pair.0.isNumber, label: pair.1.label, head: index == 0)
                })
        }
        columns = cells.columns
        rows = cells.rows.map(row)
        total = cells.total.map(row)
        self.folded = folded
        self.caption = caption.isEmpty ? "Figures" : caption
    }
}

extension WidgetAnswer {
    /// Amounts that were not added, of the whole widget.
    fileprivate var apart: [Money] {
        switch result {
        case .number(let value, _): value.apart
        case .parts(let parts): parts.total.apart
        case .table(let table): table.total.first { !$0.apart.isEmpty }?.apart ?? []
        case .steps(let steps): steps.first { !$0.value.apart.isEmpty }?.value.apart ?? []
        case .line, .refused: []
        }
    }
}

/// Why a widget shows nothing.
enum WidgetRefusalWords {
    static func text(_ result: WidgetResult) -> String? {
        guard case .refused(let refusal) = result else { return nil }
        return switch refusal {
        case .fieldRemoved: "A field that this widget asks for was removed. Edit the widget and choose another one."
        case .personal: "Not shown here: the field may hold personal data."
        case .problem(let problem): "This cannot be answered: \(problem.description)."
        }
    }
}

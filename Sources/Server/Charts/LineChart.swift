/// Lines over time. Each has a dash and a mark of its own, so that nobody has to tell them apart by colour.
struct LineChart: Chart {
    let title: String
    let unit: ChartUnit
    let labels: [String]
    let series: [ChartSeries]

    /// More lines than this are a tangle.
    static let mostSeries = 8

    init(_ title: String, _ unit: ChartUnit, labels: [String], series: [ChartSeries]) {
        self.title = title
        self.unit = unit
        self.labels = labels
        self.series = Array(series.prefix(Self.mostSeries))
    }

    var isEmpty: Bool { labels.isEmpty || !series.contains { $0.values.contains { $0 != nil } } }

    func height(width: Double) -> Double {
        (width < 500 ? 210 : 260) + legend(width).height
    }

    func draw(_ svg: inout SVGWriter, _ frame: ChartFrame) {
        let scale = ChartScale(series.flatMap { $0.values.compactMap { $0 } }, isWhole: unit.isWhole)
        let legend = legend(frame.width)
        let axis = ChartAxis(scale, unit)
        let plot = ChartFrame(
            x: axis.room, y: legend.height + 8, width: frame.width - axis.room - 12,
            height: frame.height - legend.height - 36)
        axis.draw(&svg, plot)
        drawLabels(&svg, plot)
        for (index, one) in series.enumerated() { draw(one, index, &svg, plot, scale) }
        drawReadings(&svg, plot)
        legend.draw(&svg, y: 14)
    }

    private func legend(_ width: Double) -> ChartLegend {
        ChartLegend(series.enumerated().map { ($1.name, style(of: $1, $0), $0) }, width: width)
    }

    private func style(of series: ChartSeries, _ index: Int) -> String {
        series.isComparison ? "then" : series.isOther ? "other" : "c\(index % 8 + 1)"
    }

    private func x(_ index: Int, _ plot: ChartFrame) -> Double {
        guard labels.count > 1 else { return plot.x + plot.width / 2 }
        return plot.x + plot.width * Double(index) / Double(labels.count - 1)
    }

    /// As many as fit beside each other, the first among them.
    private func drawLabels(_ svg: inout SVGWriter, _ plot: ChartFrame) {
        let room = (labels.map(ChartText.width).max() ?? 0) + 14
        let fitting = max(1, Int(plot.width / max(room, 20)))
        let every = max(1, Int((Double(labels.count) / Double(fitting)).rounded(.up)))
        for index in stride(from: 0, to: labels.count, by: every) {
            let half = ChartText.width(labels[index]) / 2
            // The first one may reach under the axis, and no further.
            let x = max(x(index, plot), half)
            guard x + half <= plot.right + 12 || labels.count == 1 else { continue }
            svg.label("axis", labels[index], at: ChartPoint(x, plot.bottom + 20), .middle)
        }
    }

    private func draw(
        _ series: ChartSeries, _ index: Int, _ svg: inout SVGWriter, _ plot: ChartFrame, _ scale: ChartScale
    ) {
        // At a single moment equal values would cover each other: then they stand beside each other.
        let aside = labels.count == 1 ? (Double(index) - Double(self.series.count - 1) / 2) * 14 : 0
        let points = series.values.prefix(labels.count).enumerated().map { place, value in
            value.map { ChartPoint(x(place, plot) + aside, plot.bottom - plot.height * scale.place($0)) }
        }
        var data = ""
        var isDrawing = false
        for point in points {
            if let point {
                data += "\(isDrawing ? "L" : "M")\(SVGWriter.number(point.x)) \(SVGWriter.number(point.y))"
            }
            isDrawing = point != nil
        }
        let style = style(of: series, index)
        svg.path("line \(style) d\(index % 4 + 1)", data)
        // Marks of many points would hide the line: then they stand at some, and always at a lonely one.
        let every = max(1, points.count / 12)
        for (place, point) in points.enumerated() {
            guard let point else { continue }
            let isLonely =
                (place == 0 || points[place - 1] == nil)
                && (place + 1 == points.count || points[place + 1] == nil)
            if isLonely || place % every == 0 { ChartMark.draw(index, style, &svg, at: point) }
        }
    }

    /// A strip for each label, which tells all the values of its moment.
    private func drawReadings(_ svg: inout SVGWriter, _ plot: ChartFrame) {
        let width = plot.width / Double(max(1, labels.count - 1))
        for (place, label) in labels.enumerated() {
            let values = series.compactMap { one in
                one.values.indices.contains(place)
                    ? one.values[place].map { "\(one.name): \(unit.text($0))" } : nil
            }
            let x = x(place, plot)
            let left = max(plot.x, x - width / 2)
            let right = min(plot.right, x + width / 2)
            svg.group("reading", title: "\(label) · \(values.joined(separator: " · "))") { svg in
                svg.rectangle(
                    "hit", ChartFrame(x: left, y: plot.y, width: max(2, right - left), height: plot.height))
                svg.line("guide", from: ChartPoint(x, plot.y), to: ChartPoint(x, plot.bottom))
            }
        }
    }
}

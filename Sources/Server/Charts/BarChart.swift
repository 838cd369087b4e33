/// Upright bars, each with its value above it and its name below.
struct BarChart: Chart {
    let title: String
    let unit: ChartUnit
    let bars: [ChartPart]

    init(_ title: String, _ unit: ChartUnit, bars: [ChartPart]) {
        self.title = title
        self.unit = unit
        self.bars = bars
    }

    var isEmpty: Bool { bars.isEmpty }

    func height(width: Double) -> Double { width < 500 ? 220 : 270 }

    func draw(_ svg: inout SVGWriter, _ frame: ChartFrame) {
        let scale = ChartScale(bars.map(\.value), isWhole: unit.isWhole)
        let axis = ChartAxis(scale, unit)
        let plot = ChartFrame(
            x: axis.room, y: 20, width: frame.width - axis.room - 4, height: frame.height - 50)
        axis.draw(&svg, plot)
        let step = plot.width / Double(bars.count)
        let zero = plot.bottom - plot.height * scale.place(0)
        // Names that have no room would be ellipses alone: then some are left to the table.
        let every = max(1, Int((30 / step).rounded(.up)))
        for (index, bar) in bars.enumerated() {
            let middle = plot.x + step * (Double(index) + 0.5)
            let y = plot.bottom - plot.height * scale.place(bar.value)
            let width = min(46, step * 0.72)
            svg.group("piece", title: "\(bar.label): \(unit.text(bar.value))") { svg in
                svg.rectangle(
                    "fill \(bar.isOther ? "other" : "c1")",
                    ChartFrame(x: middle - width / 2, y: min(y, zero), width: width, height: abs(zero - y)), radius: 2)
                svg.rectangle("hit", ChartFrame(x: middle - step / 2, y: plot.y, width: step, height: plot.height))
            }
            let value = unit.short(bar.value)
            if ChartText.width(value) <= step { svg.label("value", value, at: ChartPoint(middle, y - 6), .middle) }
            guard index % every == 0 else { continue }
            svg.label(
                "name", bar.label, at: ChartPoint(middle, plot.bottom + 20), .middle,
                within: step * Double(every) - 6)
        }
    }
}

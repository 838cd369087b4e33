/// The upright axis of a chart: level lines with their values at the left.
struct ChartAxis {
    private let scale: ChartScale
    private let unit: ChartUnit
    /// How much of the chart's width the values take.
    let room: Double

    init(_ scale: ChartScale, _ unit: ChartUnit) {
        self.scale = scale
        self.unit = unit
        room = (scale.ticks.map { ChartText.width(unit.short($0)) }.max() ?? 0) + 12
    }

    func draw(_ svg: inout SVGWriter, _ plot: ChartFrame) {
        for tick in scale.ticks {
            let y = plot.bottom - plot.height * scale.place(tick)
            svg.line(
                tick == 0 ? "zero" : "grid", from: ChartPoint(plot.x, y), to: ChartPoint(plot.right, y))
            svg.label("axis", unit.short(tick), at: ChartPoint(plot.x - 8, y + 4), .end)
        }
    }
}

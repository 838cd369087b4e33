import Foundation

/// Upright bars, each with its value above it and its name below: level or, where that is too wide, turned. Where a
/// turned name would be cut, the bars lie.
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

    func height(width: Double) -> Double {
        guard let names = names(width) else { return lying.height(width: width) }
        return (width < 500 ? 190 : 240) + names.room
    }

    private var lying: HorizontalBarChart { HorizontalBarChart(title, unit, bars: bars) }

    /// Where each bar stands, and how its name is written below it.
    private struct Names {
        let step: Double
        /// Rising: there they need less width.
        let isTurned: Bool
        /// Below the bars.
        let room: Double
    }

    /// Of a name that is turned.
    private static let turn = 50.0
    private static let longest = 110.0

    /// Nil where no name has room below its bar.
    private func names(_ width: Double) -> Names? {
        let step = (width - axis.room - 4) / Double(max(1, bars.count))
        let widest = bars.map { ChartText.width($0.label) }.max() ?? 0
        guard widest > step - 6 else { return Names(step: step, isTurned: false, room: 30) }
        guard step >= 16, widest <= Self.longest else { return nil }
        for (index, bar) in bars.enumerated() {
            let middle = axis.room + step * (Double(index) + 0.5)
            if ChartText.width(bar.label) > (middle - 2) / cos(Self.turn * .pi / 180) { return nil }
        }
        let rise = widest * sin(Self.turn * .pi / 180)
        return Names(step: step, isTurned: true, room: rise + 24)
    }

    private var axis: ChartAxis { ChartAxis(scale, unit) }
    private var scale: ChartScale { ChartScale(bars.map(\.value), isWhole: unit.isWhole) }

    func draw(_ svg: inout SVGWriter, _ frame: ChartFrame) {
        guard let names = names(frame.width) else { return lying.draw(&svg, frame) }
        let (scale, axis) = (scale, axis)
        let plot = ChartFrame(
            x: axis.room, y: 20, width: frame.width - axis.room - 4, height: frame.height - 20 - names.room)
        axis.draw(&svg, plot)
        let step = names.step
        let zero = plot.bottom - plot.height * scale.place(0)
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
            if names.isTurned {
                svg.label("name", bar.label, at: ChartPoint(middle + 4, plot.bottom + 15), .end, turn: Self.turn)
            } else {
                svg.label("name", bar.label, at: ChartPoint(middle, plot.bottom + 20), .middle)
            }
        }
    }
}

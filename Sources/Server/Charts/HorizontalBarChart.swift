/// Lying bars under each other: the name at the left, the value behind the bar.
struct HorizontalBarChart: Chart {
    let title: String
    let unit: ChartUnit
    let bars: [ChartPart]

    init(_ title: String, _ unit: ChartUnit, bars: [ChartPart]) {
        self.title = title
        self.unit = unit
        self.bars = bars
    }

    private static let row = 30.0

    var isEmpty: Bool { bars.isEmpty }

    func height(width: Double) -> Double { Double(bars.count) * Self.row + 6 }

    func draw(_ svg: inout SVGWriter, _ frame: ChartFrame) {
        let names = min(frame.width * 0.38, (bars.map { ChartText.width($0.label) }.max() ?? 0) + 4)
        let values = (bars.map { ChartText.width(unit.text($0.value)) }.max() ?? 0) + 12
        let room = max(20, frame.width - names - 12 - values)
        // Bars may lie on both sides of nothing: a loss is to the left of it.
        let high = max(0, bars.map(\.value).max() ?? 0)
        let low = min(0, bars.map(\.value).min() ?? 0)
        let perUnit = high > low ? room / (high - low) : 0
        let zero = names + 12 - low * perUnit
        for (index, bar) in bars.enumerated() {
            let y = Double(index) * Self.row + 3
            let length = bar.value * perUnit
            svg.group("piece", title: "\(bar.label): \(unit.text(bar.value))") { svg in
                svg.rectangle("hit", ChartFrame(x: 0, y: y - 2, width: frame.width, height: Self.row - 2))
                svg.label("name", bar.label, at: ChartPoint(names, y + 17), .end, within: names)
                svg.rectangle(
                    "fill \(bar.isOther ? "other" : "c1")",
                    ChartFrame(
                        x: min(zero, zero + length), y: y + 3, width: max(abs(length), bar.value == 0 ? 1 : 2),
                        height: 19), radius: 3)
                svg.label(
                    "value", unit.text(bar.value), at: ChartPoint(max(zero, zero + length) + 7, y + 17))
            }
        }
        svg.line("zero", from: ChartPoint(zero, 2), to: ChartPoint(zero, frame.height - 2))
    }
}

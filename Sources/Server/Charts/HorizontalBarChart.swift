/// Lying bars under each other: the name at the left and the value behind the bar, or both above it where that is too wide.
struct HorizontalBarChart: Chart {
    let title: String
    let unit: ChartUnit
    let bars: [ChartPart]

    init(_ title: String, _ unit: ChartUnit, bars: [ChartPart]) {
        self.title = title
        self.unit = unit
        self.bars = bars
    }

    var isEmpty: Bool { bars.isEmpty }

    func height(width: Double) -> Double { Double(bars.count) * Self.row(width) + 6 }

    func draw(_ svg: inout SVGWriter, _ frame: ChartFrame) {
        let isNarrow = Self.isNarrow(frame.width)
        let row = Self.row(frame.width)
        let names = isNarrow ? 0 : min(frame.width * 0.38, (bars.map { ChartText.width($0.label) }.max() ?? 0) + 4)
        let values = (bars.map { ChartText.width(unit.text($0.value)) }.max() ?? 0) + 12
        let left = isNarrow ? 0 : names + 12
        let room = isNarrow ? frame.width : max(20, frame.width - left - values)
        // Bars may lie on both sides of nothing: a loss is to the left of it.
        let high = max(0, bars.map(\.value).max() ?? 0)
        let low = min(0, bars.map(\.value).min() ?? 0)
        let perUnit = high > low ? room / (high - low) : 0
        let zero = left - low * perUnit
        for (index, bar) in bars.enumerated() {
            let y = Double(index) * row + 3
            let value = unit.text(bar.value)
            let from = min(zero, zero + bar.value * perUnit)
            let to = max(zero, zero + bar.value * perUnit)
            let length = max(to - from, bar.value == 0 ? 1 : 2)
            svg.group("piece", title: "\(bar.label): \(value)") { svg in
                svg.rectangle("hit", ChartFrame(x: 0, y: y - 2, width: frame.width, height: row - 2))
                if isNarrow {
                    let most = max(40, frame.width - ChartText.width(value) - 12)
                    svg.label("name", bar.label, at: ChartPoint(0, y + 11), within: most)
                    svg.label("value", value, at: ChartPoint(frame.width, y + 11), .end)
                } else {
                    svg.label("name", bar.label, at: ChartPoint(names, y + 17), .end, within: names)
                    svg.label("value", value, at: ChartPoint(to + 7, y + 17))
                }
                let bar = ChartFrame(
                    x: from, y: y + (isNarrow ? 17 : 3), width: length, height: isNarrow ? 11 : 19)
                svg.rectangle("fill \(style(index))", bar, radius: 3)
            }
        }
        guard !isNarrow || low < 0 else { return }
        svg.line("zero", from: ChartPoint(zero, 2), to: ChartPoint(zero, frame.height - 2))
    }

    private func style(_ index: Int) -> String { bars[index].isOther ? "other" : "c1" }

    /// Whether names beside the bars would leave room for neither.
    private static func isNarrow(_ width: Double) -> Bool { width < 300 }

    private static func row(_ width: Double) -> Double { isNarrow(width) ? 40 : 30 }
}

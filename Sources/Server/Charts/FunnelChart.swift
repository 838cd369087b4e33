/// Steps that fewer and fewer take: each bar with its value, and its share of the step before.
struct FunnelChart: Chart {
    let title: String
    let unit: ChartUnit
    let steps: [ChartPart]

    init(_ title: String, _ unit: ChartUnit, steps: [ChartPart]) {
        self.title = title
        self.unit = unit
        self.steps = steps
    }

    private static let row = 52.0

    var isEmpty: Bool { !steps.contains { $0.value > 0 } }

    func height(width: Double) -> Double { Double(steps.count) * Self.row }

    func draw(_ svg: inout SVGWriter, _ frame: ChartFrame) {
        let most = steps.map(\.value).max() ?? 1
        for (index, step) in steps.enumerated() {
            let y = Double(index) * Self.row
            let share = index == 0 ? nil : share(of: step, after: steps[index - 1], isShort: frame.width < 300)
            let width = max(2, frame.width * max(0, step.value) / most)
            let value = unit.text(step.value) + (share.map { " · \($0)" } ?? "")
            svg.group("piece", title: "\(step.label): \(value)") { svg in
                svg.rectangle("hit", ChartFrame(x: 0, y: y, width: frame.width, height: Self.row))
                svg.label(
                    "name", step.label, at: ChartPoint(0, y + 15),
                    within: max(40, frame.width - ChartText.width(value) - 16))
                svg.label("value", value, at: ChartPoint(frame.width, y + 15), .end)
                svg.rectangle("track", ChartFrame(x: 0, y: y + 22, width: frame.width, height: 18), radius: 4)
                svg.rectangle(
                    "fill \(step.isOther ? "other" : "c1")", ChartFrame(x: 0, y: y + 22, width: width, height: 18),
                    radius: 4)
            }
        }
    }

    /// `41.7 % of Visits`, or without the words; nil where the step before is empty.
    private func share(of step: ChartPart, after before: ChartPart, isShort: Bool) -> String? {
        guard before.value > 0 else { return nil }
        let share = ChartUnit.percent.text(step.value / before.value * 100)
        return isShort ? share : "\(share) of \(ChartText.cut(before.label, to: 110))"
    }
}

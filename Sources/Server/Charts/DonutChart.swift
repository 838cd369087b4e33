import Foundation

/// The parts of a whole as a ring. Each slice has a number, and the list beside it says what the numbers are.
struct DonutChart: Chart {
    let title: String
    let unit: ChartUnit
    let parts: [ChartPart]

    /// More slices than this cannot be told apart: the smallest become one.
    static let mostParts = 8

    init(_ title: String, _ unit: ChartUnit, parts: [ChartPart]) {
        self.title = title
        self.unit = unit
        self.parts = Self.gathered(parts.filter { $0.value > 0 })
    }

    var isEmpty: Bool { parts.isEmpty }

    private var total: Double { parts.reduce(0) { $0 + $1.value } }

    func height(width: Double) -> Double {
        let list = Double(parts.count) * 22 + 8
        return width < 500 ? Self.radius(width) * 2 + 24 + list : max(220, list)
    }

    func draw(_ svg: inout SVGWriter, _ frame: ChartFrame) {
        let isNarrow = frame.width < 500
        let radius = Self.radius(frame.width)
        let ring = Ring(
            centre: isNarrow ? ChartPoint(frame.width / 2, radius + 10) : ChartPoint(120, frame.height / 2),
            outer: radius)
        var from = 0.0
        for (index, part) in parts.enumerated() {
            let to = from + part.value / total
            drawSlice(part, index, from..<to, ring, &svg)
            from = to
        }
        svg.label("total", unit.short(total), at: ChartPoint(ring.centre.x, ring.centre.y + 2), .middle)
        svg.label("note", "in all", at: ChartPoint(ring.centre.x, ring.centre.y + 18), .middle)
        let list = Double(parts.count) * 22
        drawList(
            &svg,
            isNarrow
                ? ChartFrame(x: 4, y: radius * 2 + 30, width: frame.width - 8, height: list)
                : ChartFrame(x: 260, y: (frame.height - list) / 2, width: frame.width - 264, height: list))
    }

    private func drawSlice(
        _ part: ChartPart, _ index: Int, _ share: Range<Double>, _ ring: Ring, _ svg: inout SVGWriter
    ) {
        let middle = (share.lowerBound + share.upperBound) / 2
        svg.group("piece slice", title: "\(part.label): \(unit.text(part.value)) (\(percent(part)))") { svg in
            svg.path("fill \(style(part, index))", ring.slice(share))
            guard share.upperBound - share.lowerBound > 0.035 else { return }
            let place = ring.point(middle, ring.outer * 0.75)
            svg.label("on-fill", String(index + 1), at: ChartPoint(place.x, place.y + 4), .middle)
        }
    }

    private func drawList(_ svg: inout SVGWriter, _ frame: ChartFrame) {
        for (index, part) in parts.enumerated() {
            let y = frame.y + Double(index) * 22
            svg.rectangle(
                "fill \(style(part, index))", ChartFrame(x: frame.x, y: y + 2, width: 18, height: 16), radius: 3)
            svg.label("on-fill", String(index + 1), at: ChartPoint(frame.x + 9, y + 14), .middle)
            // A name says more than a number that stands in the table too.
            let value = frame.width < 200 ? percent(part) : "\(unit.text(part.value)) · \(percent(part))"
            let room = frame.width - 26 - ChartText.width(value) - 14
            svg.label("name", part.label, at: ChartPoint(frame.x + 26, y + 14), within: max(20, room))
            svg.label("value", value, at: ChartPoint(frame.right, y + 14), .end)
        }
    }

    private func style(_ part: ChartPart, _ index: Int) -> String { part.isOther ? "other" : "c\(index % 8 + 1)" }

    private func percent(_ part: ChartPart) -> String { ChartUnit.percent.text(part.value / total * 100) }

    /// The largest first, all that is too much in one, and that one last.
    private static func gathered(_ parts: [ChartPart]) -> [ChartPart] {
        let named = parts.filter { !$0.isOther }.sorted { ($1.value, $0.label) < ($0.value, $1.label) }
        var rest = parts.filter(\.isOther).reduce(0) { $0 + $1.value }
        let room = rest > 0 || named.count > mostParts ? mostParts - 1 : mostParts
        rest += named.dropFirst(room).reduce(0) { $0 + $1.value }
        let other = parts.first(where: \.isOther)?.label ?? "The rest"
        return named.prefix(room) + (rest > 0 ? [ChartPart(other, rest, isOther: true)] : [])
    }

    private static func radius(_ width: Double) -> Double { min(88, (width / 2).rounded(.down)) }
}

extension DonutChart {
    /// Where the slices lie.
    fileprivate struct Ring {
        let centre: ChartPoint
        let outer: Double

        private var inner: Double { (outer * 0.52).rounded() }

        /// - Parameter share: how much of the whole lies before it, from the top on.
        func point(_ share: Double, _ radius: Double) -> ChartPoint {
            let angle = (share - 0.25) * 2 * Double.pi
            return ChartPoint(centre.x + cos(angle) * radius, centre.y + sin(angle) * radius)
        }

        func slice(_ share: Range<Double>) -> String {
            // An arc of a whole circle ends where it begins and is none: it is drawn as two.
            if share.upperBound - share.lowerBound > 0.999 { return slice(0..<0.5) + slice(0.5..<0.9985) }
            let corners = [
                point(share.lowerBound, outer), point(share.upperBound, outer),
                point(share.upperBound, inner), point(share.lowerBound, inner),
            ].map { "\(SVGWriter.number($0.x)) \(SVGWriter.number($0.y))" }
            let large = share.upperBound - share.lowerBound > 0.5 ? 1 : 0
            return "M\(corners[0])A\(Int(outer)) \(Int(outer)) 0 \(large) 1 \(corners[1])L\(corners[2])"
                + "A\(Int(inner)) \(Int(inner)) 0 \(large) 0 \(corners[3])z"
        }
    }
}

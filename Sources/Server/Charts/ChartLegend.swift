/// Names the lines of a chart above it, in as many rows as they need; a chart of one line needs none.
struct ChartLegend {
    typealias Entry = (name: String, style: String, index: Int)

    private let places: [(entry: Entry, x: Double, row: Int)]
    private let most: Double

    init(_ entries: [Entry], width: Double) {
        most = min(190, width - 40)
        var places: [(entry: Entry, x: Double, row: Int)] = []
        var x = 0.0
        var row = 0
        for entry in entries where entries.count > 1 {
            let room = 34 + min(most, ChartText.width(entry.name)) + 16
            if x > 0, x + room > width {
                x = 0
                row += 1
            }
            places.append((entry, x, row))
            x += room
        }
        self.places = places
    }

    var height: Double { places.last.map { Double($0.row + 1) * 20 + 6 } ?? 0 }

    func draw(_ svg: inout SVGWriter, y: Double) {
        for (entry, x, row) in places {
            let y = y + Double(row) * 20
            svg.path(
                "line \(entry.style) d\(entry.index % 4 + 1)",
                "M\(SVGWriter.number(x)) \(SVGWriter.number(y - 4))h26")
            ChartMark.draw(entry.index, entry.style, &svg, at: ChartPoint(x + 13, y - 4))
            svg.label("name", entry.name, at: ChartPoint(x + 33, y), within: most)
        }
    }
}

/// A chart as `console/chart` shows it: drawn for boxes of several widths, and the box shows the drawing that fits.
///
/// A drawing fills its box and so grows with it, up to where the next one fits; its texts keep their size (`charts.css`).
struct ChartFigure {
    /// The narrowest boxes that the drawings are for, in pixels; the style sheet has the same.
    static let widths = [120, 180, 235, 310, 400, 520, 690]

    let drawings: [Drawing]

    struct Drawing {
        let width: Int
        let svg: String
    }

    init(_ chart: some Chart) {
        drawings = Self.widths.map { Drawing(width: $0, svg: chart.svg(width: Double($0))) }
    }
}

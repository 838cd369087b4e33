/// A chart as `console/chart` shows it: drawn twice, and the box that holds it shows the drawing that fits.
struct ChartFigure {
    let wide: String
    let narrow: String

    init(_ chart: some Chart) {
        wide = chart.svg(width: 720)
        narrow = chart.svg(width: 340)
    }
}

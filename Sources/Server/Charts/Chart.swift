/// A drawing of figures. Everything it says stands in a table beside it too: to a screen reader it is one picture.
protocol Chart: Sendable {
    var title: String { get }
    /// Whether there is nothing to be drawn.
    var isEmpty: Bool { get }
    func height(width: Double) -> Double
    func draw(_ svg: inout SVGWriter, _ frame: ChartFrame)
}

extension Chart {
    /// The drawing for a page, which has the styles.
    func svg(width: Double) -> String {
        let height = isEmpty ? Self.emptyHeight : height(width: width)
        return opening("", width, height) + content(width, height) + "</svg>"
    }

    /// The drawing as a file of its own, on white.
    ///
    /// - Parameter styles: the text of the style sheet that pages have.
    func file(width: Double, styles: String) -> String {
        let height = isEmpty ? Self.emptyHeight : height(width: width)
        let title =
            "<text class=\"heading\" x=\"16\" y=\"26\">"
            + SVGWriter.escaped(ChartText.cut(title, to: width - 60)) + "</text>"
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + opening(" xmlns=\"http://www.w3.org/2000/svg\"", width + 32, height + 52)
            + "<style>\(SVGWriter.escaped(styles))</style><rect class=\"paper\" width=\"100%\" height=\"100%\"/>"
            + title + "<g transform=\"translate(16 40)\">" + content(width, height) + "</g></svg>\n"
    }

    private static var emptyHeight: Double { 110 }

    private func opening(_ namespace: String, _ width: Double, _ height: Double) -> String {
        "<svg\(namespace) class=\"chart\" role=\"img\" aria-label=\"\(SVGWriter.escaped(title))\" "
            + "viewBox=\"0 0 \(SVGWriter.number(width)) \(SVGWriter.number(height))\" "
            + "width=\"\(SVGWriter.number(width))\" height=\"\(SVGWriter.number(height))\">"
    }

    private func content(_ width: Double, _ height: Double) -> String {
        var svg = SVGWriter()
        if isEmpty {
            svg.rectangle(
                "nothing", ChartFrame(x: 1, y: 1, width: width - 2, height: height - 2), radius: 8)
            svg.label("note", "Nothing to show", at: ChartPoint(width / 2, height / 2 + 4), .middle)
        } else {
            draw(&svg, ChartFrame(x: 0, y: 0, width: width, height: height))
        }
        return svg.text
    }
}

/// The small signs that tell lines apart without their colours.
enum ChartMark {
    /// - Parameter index: the line's number: a circle, a square, a triangle, a diamond, and those again, hollow.
    static func draw(_ index: Int, _ style: String, _ svg: inout SVGWriter, at point: ChartPoint) {
        let style = "mark \(style)\(index % 8 < 4 ? "" : " hollow")"
        svg.path(style, path(index % 4, point))
    }

    private static func path(_ shape: Int, _ point: ChartPoint) -> String {
        let x = point.x
        let y = point.y
        let number = SVGWriter.number
        return switch shape {
        case 0: "M\(number(x - 3)) \(number(y))a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z"
        case 1: "M\(number(x - 3)) \(number(y - 3))h6v6h-6z"
        case 2: "M\(number(x)) \(number(y - 4))l4 7h-8z"
        default: "M\(number(x)) \(number(y - 4.2))l4.2 4.2l-4.2 4.2l-4.2 -4.2z"
        }
    }
}

/// Writes the elements of a drawing. Every text is escaped, and what XML cannot carry is left out.
struct SVGWriter {
    private(set) var text = ""

    enum Anchor: String {
        case start, middle, end
    }

    /// A group; its title is what a pointer that rests on it is told.
    mutating func group(_ style: String, title: String? = nil, _ body: (inout SVGWriter) -> Void) {
        text += "<g class=\"\(Self.escaped(style))\">"
        body(&self)
        if let title { text += "<title>\(Self.escaped(title))</title>" }
        text += "</g>"
    }

    mutating func rectangle(_ style: String, _ frame: ChartFrame, radius: Double = 0) {
        let rounding = radius > 0 ? " rx=\"\(Self.number(min(radius, frame.width / 2)))\"" : ""
        text +=
            "<rect class=\"\(Self.escaped(style))\" x=\"\(Self.number(frame.x))\" y=\"\(Self.number(frame.y))\" "
            + "width=\"\(Self.number(max(0, frame.width)))\" height=\"\(Self.number(max(0, frame.height)))\"\(rounding)/>"
    }

    mutating func line(_ style: String, from start: ChartPoint, to end: ChartPoint) {
        text +=
            "<line class=\"\(Self.escaped(style))\" x1=\"\(Self.number(start.x))\" y1=\"\(Self.number(start.y))\" "
            + "x2=\"\(Self.number(end.x))\" y2=\"\(Self.number(end.y))\"/>"
    }

    /// - Parameter data: of numbers and letters of a path alone.
    mutating func path(_ style: String, _ data: String) {
        text += "<path class=\"\(Self.escaped(style))\" d=\"\(Self.escaped(data))\"/>"
    }

    /// A line of text that is cut where it is wider than it may be; the whole of it is told to a pointer.
    ///
    /// - Parameter turn: by how many degrees the line rises around its point.
    mutating func label(
        _ style: String, _ label: String, at point: ChartPoint, _ anchor: Anchor = .start, within width: Double? = nil,
        turn: Double = 0
    ) {
        let fitting = width.map { ChartText.cut(label, to: $0) } ?? label
        let whole = fitting == label ? "" : "<title>\(Self.escaped(label))</title>"
        let (x, y) = (Self.number(point.x), Self.number(point.y))
        let turned = turn == 0 ? "" : " transform=\"rotate(\(Self.number(-turn)) \(x) \(y))\""
        text +=
            "<text class=\"\(Self.escaped(style))\" x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor.rawValue)\"\(turned)>"
            + "\(whole)\(Self.escaped(fitting))</text>"
    }

    /// At most two decimals, and none that say nothing.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "0" }
        let hundredths = (value * 100).rounded()
        guard abs(hundredths) < 1e9 else { return "0" }
        let whole = Int(hundredths)
        guard whole % 100 != 0 else { return String(whole / 100) }
        return String(Double(whole) / 100)
    }

    static func escaped(_ text: String) -> String {
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\t", "\n", "\r": escaped += " "
            // Neither the control characters nor the two non-characters may stand in XML, not even escaped.
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": break
            // What turns the direction of text around would do so with the figures beside it.
            case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

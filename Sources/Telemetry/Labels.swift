/// What tells one series of a family from another. The names stand in this program; the values come from closed sets.
public struct Labels: Sendable, ExpressibleByDictionaryLiteral {
    public static let none = Labels([])

    private let pairs: [(name: String, value: String)]

    public init(dictionaryLiteral pairs: (StaticString, String)...) {
        self.pairs = pairs.map { ($0.0.description, $0.1) }
    }

    private init(_ pairs: [(name: String, value: String)]) { self.pairs = pairs }

    func adding(_ name: String, _ value: String) -> Labels { Labels(pairs + [(name, value)]) }

    /// `{job="retention",le="0.1"}`, or nothing.
    var text: String {
        guard !pairs.isEmpty else { return "" }
        return "{" + pairs.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",") + "}"
    }

    private static func escaped(_ value: String) -> String {
        // By scalar: a character may hold a line feed together with its carriage return.
        var text = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n": text += "\\n"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

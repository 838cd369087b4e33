import CRM
import Foundation
import Logging

/// How a line of the log is written.
public enum LogFormat: String, Sendable, CaseIterable {
    /// For people: `2026-11-22T09:00:00.000Z info request route=/healthz status=200`.
    case text
    /// For programs: one JSON object a line.
    case json

    /// One line with its line feed; nothing in a value can begin another.
    func line(
        _ level: Logger.Level, _ message: String, _ metadata: Logger.Metadata, at now: Milliseconds
    ) -> String {
        let facts = metadata.map { (Self.name($0.key), "\($0.value)") }.sorted { $0.0 < $1.0 }
        switch self {
        case .text:
            let words = [now.iso8601, level.rawValue, Self.printable(message)]
            return (words + facts.map { "\(Self.printable($0))=\(Self.word($1))" }).joined(separator: " ") + "\n"
        case .json:
            let head = [("time", now.iso8601), ("level", level.rawValue), ("message", message)]
            // Facts stand apart, so that none can take the place of what every line has.
            let inner = facts.isEmpty ? "" : ",\"metadata\":{\(Self.members(facts))}"
            return "{\(Self.members(head))\(inner)}\n"
        }
    }

    private static func name(_ key: String) -> String { key == "hb.request.id" ? "request" : key }

    private static func members(_ pairs: [(String, String)]) -> String {
        pairs.map { "\(quoted($0)):\(quoted($1))" }.joined(separator: ",")
    }

    /// A JSON string in ASCII: every scalar that is not printable there is written as its UTF-16 units.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for unit in text.utf16 {
            switch unit {
            case 0x22: quoted += "\\\""
            case 0x5C: quoted += "\\\\"
            case 0x20...0x7E: quoted.unicodeScalars.append(Unicode.Scalar(UInt8(truncatingIfNeeded: unit)))
            default:
                let digits = String(unit, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        return quoted + "\""
    }

    /// As it is when it is one plain word, else as a JSON string.
    private static func word(_ text: String) -> String {
        let isPlain = !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x3D }
        return isPlain ? text : quoted(text)
    }

    /// Messages are constants of this program and its libraries; still none writes a second line.
    private static func printable(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }
}

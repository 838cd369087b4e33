/// All metrics of a process, as Prometheus reads them.
public struct Registry: Sendable {
    /// The text exposition format, version 0.0.4.
    public static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    private let families: [Family]

    /// - Parameter families: each under a name of its own; a second of the same name is a mistake of this program.
    public init(_ families: [Family]) {
        precondition(Set(families.map(\.name)).count == families.count, "a metric is named twice")
        precondition(families.allSatisfy { Self.isName($0.name) }, "a metric's name has characters that none may have")
        self.families = families.sorted { $0.name < $1.name }
    }

    /// Every metric with its series, in the order of names and labels. One that has no series now still says what it is.
    public var text: String {
        families.map(Self.text).joined()
    }

    private static func text(of family: Family) -> String {
        let help = family.help.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        let head = "# HELP \(family.name) \(help)\n# TYPE \(family.name) \(family.kind.rawValue)\n"
        let body = family.lines().map { "\(family.name)\($0.suffix)\($0.labels.text) \(Number.text($0.value))\n" }
        // The buckets of a histogram stay in the order of their ends.
        return head + (family.kind == .histogram ? body : body.sorted()).joined()
    }

    private static func isName(_ name: String) -> Bool {
        let letters = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: ":"):
                true
            default: false
            }
        }
        return letters && name.first?.isNumber == false
    }
}

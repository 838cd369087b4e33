/// What one check has found.
struct Finding {
    enum Weight: String {
        case good = "ok"
        /// Works, but perhaps not as meant.
        case warning = "WARN"
        case bad = "BAD"
    }

    let weight: Weight
    let name: String
    let text: String
    /// How to mend it; nil where all is well.
    let mend: String?

    static func good(_ name: String, _ text: String) -> Finding {
        Finding(weight: .good, name: name, text: text, mend: nil)
    }

    static func warning(_ name: String, _ text: String, mend: String) -> Finding {
        Finding(weight: .warning, name: name, text: text, mend: mend)
    }

    static func bad(_ name: String, _ text: String, mend: String) -> Finding {
        Finding(weight: .bad, name: name, text: text, mend: mend)
    }

    var line: String {
        let mark = weight.rawValue.padding(toLength: 5, withPad: " ", startingAt: 0)
        let padded = name.padding(toLength: 15, withPad: " ", startingAt: 0)
        return "\(mark)\(padded)\(text)\(mend.map { " \($0)" } ?? "")"
    }
}

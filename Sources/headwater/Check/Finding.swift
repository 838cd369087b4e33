/// What one check has found.
struct Finding {
    let name: String
    let text: String
    /// How to mend it; nil where all is well.
    let fault: String?

    static func good(_ name: String, _ text: String) -> Finding { Finding(name: name, text: text, fault: nil) }

    static func bad(_ name: String, _ text: String, mend: String) -> Finding {
        Finding(name: name, text: text, fault: mend)
    }

    var line: String {
        let padded = name.padding(toLength: 15, withPad: " ", startingAt: 0)
        return "\(fault == nil ? "ok " : "BAD")  \(padded)\(text)\(fault.map { " \($0)" } ?? "")"
    }
}

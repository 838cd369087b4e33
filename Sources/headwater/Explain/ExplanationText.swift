import Attribution

/// A verdict as a person reads it: the sentence, then what it rests on.
enum ExplanationText {
    static func of(_ verdict: Verdict) -> String {
        var lines = [verdict.sentence, ""]
        lines.append("Rule       \(verdict.rule.number), \(verdict.rule.name) (\(verdict.ruleSet.rawValue) rules)")
        lines += verdict.evidence.map { "Evidence   \(evidence($0))" }
        if let platform = verdict.platform { lines.append("Platform   \(platform)") }
        lines += verdict.notes.map { "Note       \($0.text)" }
        return lines.map(printable).joined(separator: "\n") + "\n"
    }

    private static func evidence(_ evidence: Evidence) -> String {
        switch evidence.kind {
        case .parameter: "\(evidence.name) = \(evidence.value ?? "")"
        case .host: "\(evidence.name): \(evidence.value ?? "")"
        case .package: "\(evidence.name): the app \(evidence.value ?? "")"
        case .absence: evidence.name == "utm" ? "no campaign tag" : "no \(evidence.name)"
        case .interaction: evidence.name
        }
    }

    /// A landing comes from strangers: what would move the terminal's cursor is shown as a question mark.
    private static func printable(_ line: String) -> String {
        let scalars = line.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : $0 }
        return String(String.UnicodeScalarView(scalars))
    }
}

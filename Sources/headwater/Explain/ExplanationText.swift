import Attribution

/// A verdict as a person reads it: the sentence, what it rests on, and what to change.
struct ExplanationText {
    private let explanation: Explanation
    /// Whether the road to the verdict is told as well.
    private let saysWhy: Bool

    init(_ explanation: Explanation, saysWhy: Bool) {
        self.explanation = explanation
        self.saysWhy = saysWhy
    }

    var text: String {
        let parts = [[verdict.sentence], facts] + (saysWhy ? [road, alternatives] : [])
        let blocks = parts.filter { !$0.isEmpty }.map { $0.map(Self.printable).joined(separator: "\n") }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private var verdict: Verdict { explanation.verdict }

    private var facts: [String] {
        var lines = ["Rule       \(verdict.rule.number), \(verdict.rule.name) (\(verdict.ruleSet.rawValue) rules)"]
        lines += verdict.evidence.map { "Evidence   \(Self.words($0))" }
        if let platform = verdict.platform { lines.append("Platform   \(platform)") }
        if let label = verdict.subLabel { lines.append("Sub-label  \(label)") }
        lines += verdict.notes.map { "Note       \($0.text)" }
        if !saysWhy, let change = explanation.nearestChange { lines.append("Change     \(change.text)") }
        return lines
    }

    private var road: [String] {
        ["Rule by rule"] + explanation.steps.map { ($0.applies ? "  → " : "    ") + $0.sentence }
    }

    private var alternatives: [String] {
        if explanation.changes.isEmpty { return ["No small change gives another source."] }
        return ["What would change it"] + explanation.changes.map { "    \($0.text)" }
    }

    private static func words(_ evidence: Evidence) -> String {
        switch evidence.kind {
        case .parameter: "\(evidence.name) = \(evidence.value ?? "")"
        case .host, .userAgent, .landing: "\(evidence.name): \(evidence.value ?? "")"
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

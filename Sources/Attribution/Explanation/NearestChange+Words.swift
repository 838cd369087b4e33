extension NearestChange {
    /// - Parameter verdict: on the edited landing.
    init(_ edit: LandingEdit, giving verdict: Verdict) {
        kind = edit.kind
        text = Self.sentence(edit, verdict)
        parameter = edit.parameter.map(Note.shortened)
        from = edit.from.map(Note.shortened)
        to = edit.to
        source = verdict.source
        rule = verdict.rule
        landing = edit.landing
        ruleSet = edit.ruleSet
    }

    private static func sentence(_ edit: LandingEdit, _ verdict: Verdict) -> String {
        let parameter = code(edit.parameter ?? "")
        let from = code(edit.from ?? "")
        let to = code(edit.to ?? "")
        let wouldBe = "it would be \(verdict.source.label) (\(verdict.rule.inSentence))"
        switch edit.action {
        case .correctKey:
            return "\(parameter) is no parameter that counts; as \(to) it \(matches(verdict, edit.to))."
        case .correctValue:
            return "\(parameter) was \(from); \(to) \(matches(verdict, edit.parameter))."
        case .fillPlaceholder(let placeholder):
            return "\(parameter) still holds \(code(placeholder)); filled in, for instance as \(to), \(wouldBe)."
        case .tagAd(let platform):
            let tag = code("\(edit.parameter ?? "")=\(edit.to ?? "")")
            return "If this was an ad on \(platform): tagged \(tag) \(wouldBe)."
        case .addClickID(let platform):
            return "With \(parameter), which \(platform) adds to the links of ads, \(wouldBe)."
        case .fillClickID:
            return "\(parameter) is there but empty; with a value \(wouldBe)."
        case .switchRuleSet:
            return "Under the \(edit.ruleSet.rawValue) rules \(wouldBe)."
        case .drop(let keys):
            return "Without \(spoken(keys)) \(wouldBe)."
        case .dropReferrer(let mayBeOwn):
            let advice = mayBeOwn ? "; if that site is yours, add it to the account's domains" : ""
            return "Without the referrer \(from) \(wouldBe)\(advice)."
        case .dropUserAgent:
            return "In a browser of another kind \(wouldBe)."
        }
    }

    /// "matches rule 1 and gives Paid Search", where the rule rests on what was changed.
    private static func matches(_ verdict: Verdict, _ key: String?) -> String {
        let rule = verdict.rule.inSentence
        let isMatch = verdict.evidence.contains { $0.kind == .parameter && $0.name == key }
        return isMatch
            ? "matches \(rule) and gives \(verdict.source.label)" : "leads to \(rule) and gives \(verdict.source.label)"
    }

    private static func code(_ text: String) -> String { "`\(Note.inLine(text))`" }

    private static func spoken(_ keys: [String]) -> String {
        let codes = keys.map(code)
        guard let last = codes.last, codes.count > 1 else { return codes.first ?? "" }
        return "\(codes.dropLast().joined(separator: ", ")) and \(last)"
    }
}

extension Classifier {
    /// Every rule up to the one of the verdict, each with the reason why it did not apply, the last why it did.
    func steps(to verdict: Verdict, of landing: Landing, ownDomains: OwnDomains) -> [RuleStep] {
        let arrival = Arrival(landing, ownDomains: ownDomains, catalogue: catalogue, keys: rules.ruleSet.spelling)
        let miss = RuleMiss(landing: landing, arrival: arrival, ruleSet: rules.ruleSet)
        let own = OwnSteps(rules.ownRules.isEmpty ? [] : ownRuleTraces(landing, ownDomains: ownDomains))
        let ordered = rules.ruleSet.ordered
        var steps = own.steps(after: nil)
        for (index, rule) in ordered.enumerated() {
            let reference = rule.reference
            let isLast = reference == verdict.rule
            steps.append(
                RuleStep(rule: reference, applies: isLast, reason: isLast ? verdict.reason : miss.reason(rule)))
            // A number that stands twice is one place.
            let isTwice = ordered[(index + 1)...].first?.reference.number == reference.number
            if !isTwice { steps += own.steps(after: reference.number) }
        }
        let end = steps.firstIndex { $0.rule == verdict.rule } ?? steps.count - 1
        return Array(steps.prefix(end + 1))
    }
}

/// How the account's own rules fared, by the place at which they are asked.
private struct OwnSteps {
    private let traces: [String?: [OwnRuleTrace]]

    init(_ traces: [OwnRuleTrace]) {
        self.traces = Dictionary(grouping: traces, by: \.rule.after)
    }

    func steps(after number: String?) -> [RuleStep] {
        (traces[number] ?? []).map { trace in
            let found = trace.steps.filter { $0.holds == trace.applies }.map(\.sentence)
            let reason = found.isEmpty ? "it has no conditions" : found.joined(separator: ", and ")
            return RuleStep(rule: trace.reference, applies: trace.applies, reason: reason)
        }
    }
}

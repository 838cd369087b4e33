extension Classifier {
    /// Every rule up to the one of the verdict, each with the reason why it did not apply, the last why it did.
    func steps(to verdict: Verdict, of landing: Landing, ownDomains: OwnDomains) -> [RuleStep] {
        let arrival = Arrival(landing, ownDomains: ownDomains, catalogue: catalogue, keys: rules.ruleSet.spelling)
        let miss = RuleMiss(landing: landing, arrival: arrival, ruleSet: rules.ruleSet)
        let own = OwnSteps(rules.ownRules.isEmpty ? [] : ownRuleTraces(landing, ownDomains: ownDomains))
        var steps = own.steps(after: nil)
        for (rule, next) in zip(rules.ruleSet.rules, rules.ruleSet.rules.dropFirst().map(\.number) + [""]) {
            let isLast = rule == verdict.rule
            let reason = isLast ? verdict.reason : miss.reason(rule.number) ?? "it does not apply"
            steps.append(RuleStep(rule: rule, applies: isLast, reason: reason))
            // A number that stands twice is one place.
            if rule.number != next { steps += own.steps(after: rule.number) }
        }
        let end = steps.firstIndex { $0.rule == verdict.rule } ?? steps.count - 1
        return Array(steps.prefix(end + 1))
    }
}

/// How the account's own rules fared, by the place at which they are asked.
private struct OwnSteps {
    private let traces: [OwnRuleTrace]

    init(_ traces: [OwnRuleTrace]) {
        self.traces = traces
    }

    func steps(after number: String?) -> [RuleStep] {
        traces.filter { $0.rule.after == number }.map { trace in
            let found = trace.steps.filter { $0.holds == trace.applies }.map(\.sentence)
            let reason = found.isEmpty ? "it has no conditions" : found.joined(separator: ", and ")
            return RuleStep(rule: trace.reference, applies: trace.applies, reason: reason)
        }
    }
}

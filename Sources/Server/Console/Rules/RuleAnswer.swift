import Attribution

/// What the rules say of one visit (`console/rule-answer`).
struct RuleAnswer {
    let source: SourceBadge
    let subLabel: String?
    let sentence: String
    let rule: String
    let evidence: [Fact]
    let nearest: Change?
    let notes: [TextLine]
    let steps: [Step]
    let skippedText: String?

    /// A sentence, cut where code begins and ends.
    struct Change {
        let parts: [Part]

        struct Part: Equatable {
            let text: String
            let code: Bool
        }

        /// - Parameter text: has its code between backticks.
        init(_ text: String) {
            parts = text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
                .map { Part(text: String($1), code: $0 % 2 == 1) }
        }
    }

    struct Fact {
        let name: String
        let value: String?
    }

    struct Step {
        let number: String
        let name: String
        let own: Bool
        let matched: Bool
        let why: String
        let conditions: [Check]
    }

    /// One condition of an own rule.
    struct Check {
        let text: String
        let holds: Bool
        let found: String
    }

    /// - Parameter traces: how each own rule fares, in the order of the list.
    init(_ explanation: Explanation, traces: [OwnRuleTrace], of book: RuleBook) {
        let verdict = explanation.verdict
        source = SourceBadge(verdict.source)
        subLabel = verdict.subLabel
        sentence = verdict.sentence
        rule = AttributionWords.rule(verdict)
        evidence = verdict.evidence.map { Fact(name: $0.name, value: $0.value) }
        nearest = explanation.nearestChange.map { Change($0.text) }
        notes = verdict.notes.map { TextLine(text: $0.text) }
        let known = Dictionary(traces.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
        steps = explanation.steps.map { Step($0, trace: known[$0.rule]) }
        let left = book.ruleSet.rules.count + book.ownRules.count - steps.count
        skippedText = left > 0 ? "\(Count.text(left, "rule")) below \(left == 1 ? "was" : "were") not asked." : nil
    }
}

extension RuleAnswer.Step {
    fileprivate init(_ step: RuleStep, trace: OwnRuleTrace?) {
        number = step.rule.number.prefix(1).uppercased() + step.rule.number.dropFirst()
        name = step.rule.name
        own = step.rule.isOwn
        matched = step.applies
        why = step.reason + "."
        conditions = (trace?.steps ?? []).map { check in
            RuleAnswer.Check(
                text: check.condition.sentence, holds: check.holds,
                found: check.seen.map { "– it is “\($0.prefix(200))”" } ?? "– there is none")
        }
    }
}

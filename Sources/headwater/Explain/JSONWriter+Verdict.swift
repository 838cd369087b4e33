import Attribution

extension JSONWriter {
    /// A verdict as a line of JSON, its members in the order in which a person reads them; what is absent is null.
    mutating func line(_ verdict: Verdict) {
        object { $0.members(of: verdict) }
        endLine()
    }

    /// A verdict with the nearest change and, where wanted, the road to it.
    mutating func line(_ explanation: Explanation, saysWhy: Bool) {
        object { line in
            line.members(of: explanation.verdict)
            line.member("nearestChange") { member in
                guard let change = explanation.nearestChange else { return member.null() }
                member.object { $0.members(of: change) }
            }
            if saysWhy {
                line.member("otherChanges", explanation.changes.dropFirst()) { $0.members(of: $1) }
                line.member("steps", explanation.steps) { step, rule in
                    step.member("rule", rule.rule)
                    step.member("applies", rule.applies)
                    step.member("reason", rule.reason)
                }
            }
        }
        endLine()
    }

    /// The answer to a line that is no landing.
    mutating func line(_ refusal: LineRefusal) {
        object { $0.member("error", refusal.text) }
        endLine()
    }
}

extension JSONWriter {
    private mutating func members(of verdict: Verdict) {
        member("source", verdict.source.rawValue)
        member("label", verdict.source.label)
        member("subLabel", verdict.subLabel)
        member("rule", verdict.rule)
        member("evidence", verdict.evidence) { fact, evidence in
            fact.member("kind", evidence.kind.rawValue)
            fact.member("name", evidence.name)
            fact.member("value", evidence.value)
        }
        member("platform", verdict.platform)
        member("notes", verdict.notes) { $0.members(of: $1) }
        member("sentence", verdict.sentence)
        member("ruleSet", verdict.ruleSet.rawValue)
        member("ruleSetVersion", verdict.ruleSetVersion)
        member("catalogueVersion", verdict.catalogueVersion)
    }

    /// A note has the members that its code has a use for.
    private mutating func members(of note: Note) {
        member("code", note.code.rawValue)
        member("text", note.text)
        if let parameter = note.parameter { member("parameter", parameter) }
        if let value = note.value { member("value", value) }
        if let suggestion = note.suggestion { member("suggestion", suggestion) }
    }

    private mutating func members(of change: NearestChange) {
        member("kind", change.kind.rawValue)
        member("text", change.text)
        member("parameter", change.parameter)
        member("from", change.from)
        member("to", change.to)
        member("source", change.source.rawValue)
        member("label", change.label)
        member("rule", change.rule)
    }

    private mutating func member(_ name: String, _ rule: RuleReference) {
        member(name) { member in
            member.object {
                $0.member("number", rule.number)
                $0.member("name", rule.name)
            }
        }
    }
}

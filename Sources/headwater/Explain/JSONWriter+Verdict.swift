import Attribution

extension JSONWriter {
    /// A verdict as a line of JSON, its members in the order in which a person reads them; what is absent is null.
    mutating func line(_ verdict: Verdict) {
        object { line in
            line.member("source", verdict.source.rawValue)
            line.member("label", verdict.source.label)
            line.member("rule") { rule in
                rule.object {
                    $0.member("number", verdict.rule.number)
                    $0.member("name", verdict.rule.name)
                }
            }
            line.member("evidence", verdict.evidence) { fact, evidence in
                fact.member("kind", evidence.kind.rawValue)
                fact.member("name", evidence.name)
                fact.member("value", evidence.value)
            }
            line.member("platform", verdict.platform)
            line.member("notes", verdict.notes) { remark, note in
                remark.member("code", note.code.rawValue)
                remark.member("text", note.text)
            }
            line.member("sentence", verdict.sentence)
            line.member("ruleSet", verdict.ruleSet.rawValue)
            line.member("ruleSetVersion", verdict.ruleSetVersion)
            line.member("catalogueVersion", verdict.catalogueVersion)
        }
        endLine()
    }

    /// The answer to a line that is no landing.
    mutating func line(_ refusal: LineRefusal) {
        object { $0.member("error", refusal.text) }
        endLine()
    }
}

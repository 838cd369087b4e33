import Attribution

/// The shapes that capture writes; `JSONText` reads them back.
extension JSONBuilder {
    mutating func value(_ verdict: Verdict) {
        object { members in
            members.member("catalogueVersion", verdict.catalogueVersion)
            members.member("evidence") { $0.list(verdict.evidence) { $0.value($1) } }
            members.member("notes") { $0.list(verdict.notes) { $0.value($1) } }
            members.member("platform", verdict.platform)
            members.member("referringHost", verdict.referringHost)
            members.member("revision", verdict.revision)
            members.member("rule") { $0.value(verdict.rule) }
            members.member("ruleSet", verdict.ruleSet.rawValue)
            members.member("ruleSetVersion", verdict.ruleSetVersion)
            members.member("source", verdict.source.rawValue)
            members.member("subLabel", verdict.subLabel)
        }
    }

    mutating func value(_ field: SubmittedField) {
        object { members in
            members.member("label", field.label)
            members.member("name", field.name)
            members.member("target", field.target)
            members.member("value", field.value)
        }
    }

    private mutating func value(_ rule: RuleReference) {
        object { members in
            members.member("name", rule.name)
            members.member("number", rule.number)
        }
    }

    private mutating func value(_ evidence: Evidence) {
        object { members in
            members.member("kind", evidence.kind.rawValue)
            members.member("name", evidence.name)
            members.member("value", evidence.value)
        }
    }

    private mutating func value(_ note: Note) {
        object { members in
            members.member("code", note.code.rawValue)
            members.member("parameter", note.parameter)
            members.member("suggestion", note.suggestion)
            members.member("text", note.text)
            members.member("value", note.value)
        }
    }
}

import Attribution

/// Why a record has its source, in words.
enum AttributionWords {
    static func sentence(_ record: AttributionRecord) -> String {
        record.verdict?.sentence ?? "\(record.source.label), because the import says so."
    }

    static func rule(_ record: AttributionRecord) -> String {
        guard let verdict = record.verdict else { return "No rule was asked: the source came with the import." }
        return rule(verdict)
    }

    /// `Rule 2: Ad click ID (classic, version 1)`
    static func rule(_ verdict: Verdict) -> String {
        let rules = "\(verdict.ruleSet.rawValue), version \(verdict.ruleSetVersion)"
        let revision = verdict.revision.map { ", revision \($0)" } ?? ""
        let number = verdict.rule.isOwn ? verdict.rule.number.capitalized : "Rule \(verdict.rule.number)"
        return "\(number): \(verdict.rule.name) (\(rules)\(revision))"
    }
}

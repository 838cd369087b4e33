import Attribution

/// Why a record has its source, in words.
enum AttributionWords {
    static func sentence(_ record: AttributionRecord) -> String {
        record.verdict?.sentence ?? "\(record.source.label), because the import says so."
    }

    static func rule(_ record: AttributionRecord) -> String {
        guard let verdict = record.verdict else { return "No rule was asked: the source came with the import." }
        return "Rule \(verdict.rule.number): \(verdict.rule.name) "
            + "(\(verdict.ruleSet.rawValue), version \(verdict.ruleSetVersion))"
    }
}

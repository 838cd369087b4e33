import CRM

/// First and Latest together.
struct WireAttributionMatrix: Encodable {
    let from: String
    let to: String
    let sources: [Source]
    /// A row for each source as First, in it a number for each as Latest.
    let contacts: [[Int]]
    let total: Int
    /// Until it is null again, figures may mix old and new verdicts.
    @OrNull var rulesUnderway: WireRulesUnderway?

    struct Source: Encodable {
        let key: String
        @OrNull var name: String?
    }

    init(_ matrix: AttributionMatrix, _ days: ReportDays, _ rules: RulesUnderway?) {
        from = days.first.rawValue
        to = days.last.rawValue
        sources = matrix.sources.map { Source(key: $0.text, name: $0.label) }
        contacts = matrix.sources.map { first in
            matrix.sources.map { matrix.count(first: first, latest: $0) }
        }
        total = matrix.total
        rulesUnderway = rules.map(WireRulesUnderway.init)
    }
}

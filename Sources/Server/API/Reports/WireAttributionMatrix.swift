import CRM

/// First and Latest together.
struct WireAttributionMatrix: Encodable {
    let from: String
    let to: String
    let sources: [Source]
    /// A row for each source as First, in it a number for each as Latest.
    let contacts: [[Int]]
    let total: Int

    struct Source: Encodable {
        let key: String
        @OrNull var name: String?
    }

    init(_ matrix: AttributionMatrix, _ days: ReportDays) {
        from = days.first.rawValue
        to = days.last.rawValue
        sources = matrix.sources.map { Source(key: $0.text, name: $0.label) }
        contacts = matrix.sources.map { first in
            matrix.sources.map { matrix.count(first: first, latest: $0) }
        }
        total = matrix.total
    }
}

import Attribution

/// A source as a badge (`console/badge`).
struct SourceBadge: Equatable {
    let key: String
    let label: String

    init(_ source: Source) {
        key = source.rawValue
        label = source.label
    }
}

import Attribution

/// What people call the values that are stored as keys and ids.
struct ReportNames: Sendable {
    /// By the id of a pipeline or of a stage.
    private let names: [String: String]

    init(_ pipelines: [Pipeline] = []) {
        let pairs = pipelines.flatMap { pipeline in
            [(pipeline.id.rawValue, pipeline.name)] + pipeline.stages.map { ($0.id.rawValue, $0.name) }
        }
        names = Dictionary(pairs) { first, _ in first }
    }

    /// Whether values of a field have names that are kept elsewhere.
    static func areNeeded(for field: ReportField) -> Bool { field == .pipeline || field == .stage }

    func label(_ value: String, of field: ReportField) -> String {
        switch field {
        case .attribution(.sessionSource): Source(rawValue: value)?.label ?? value
        case .pipeline, .stage: names[value] ?? value
        default: value.trimmed
        }
    }

    /// The stored values that somebody means who writes a text in a filter.
    func values(meantBy text: String, of field: ReportField) -> [String] {
        switch field {
        case .attribution(.sessionSource): return [Source(spelling: text)?.rawValue ?? text]
        case .pipeline, .stage:
            let key = FactDictionary.key(of: text)
            return [text] + names.filter { FactDictionary.key(of: $0.value) == key }.map(\.key)
        default: return [text]
        }
    }
}

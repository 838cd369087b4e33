import Attribution
import CRM

/// The filters of the list of contacts that are folded away until somebody wants them.
struct MoreFilters {
    let isOpen: Bool
    let positions: [Choice]
    let texts: [TextField]
    let mediums: [Choice]
    let tag: String?
    let source: String?
    let from: String?
    let to: String?
    let differs: Bool

    struct Choice {
        let key: String
        let label: String
        let selected: Bool
    }

    struct TextField {
        let name: String
        let label: String
        let value: String?
    }

    init(_ filter: ContactFilter) {
        let asked = filter.attribution
        isOpen = !asked.isEmpty || filter.tag != nil || filter.source != nil || filter.from != nil || filter.to != nil
        positions = [AttributionPosition.latest, .first].map {
            Choice(key: $0.rawValue, label: $0.label, selected: $0 == asked.position)
        }
        texts = AttributionFilter.Field.allCases.filter { $0 != .medium }.map {
            TextField(name: $0.rawValue, label: $0.label, value: asked.values[$0])
        }
        mediums = Medium.allCases.map {
            Choice(key: $0.rawValue, label: $0.rawValue, selected: $0.rawValue == asked.values[.medium])
        }
        tag = filter.tag
        source = filter.source
        from = filter.from?.rawValue
        to = filter.to?.rawValue
        differs = asked.differs
    }
}

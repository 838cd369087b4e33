import Attribution
import CRM

/// Filters as an address carries them: `utmCampaign:is:spring sale`, `utmSource@latest:contains:face`, `tag:empty`.
///
/// Several `is` of one field and position are one filter that any of the values satisfies.
extension ReportFilter {
    /// The name of the parameter; an address has one for each filter, and for each of its values.
    static let parameter = "filter"

    enum Word: String, CaseIterable {
        case any = "is"
        case none = "isNot"
        case contains
        case empty
        case notEmpty
    }

    /// What is not understood is left out: an old bookmark shows something, never an error.
    ///
    /// - Parameter model: of which attribution a filter speaks that does not say so.
    static func all(_ addresses: [String], model: AttributionPosition) -> [ReportFilter] {
        var gathering = ReportFilterGathering()
        for address in addresses {
            if let one = ReportFilter(address, model: model) { gathering.add(one) }
        }
        return gathering.filters
    }

    /// The filters of an address, and the one that a form of three controls adds.
    static func asked(_ query: FormBody, model: AttributionPosition) -> [ReportFilter] {
        all(query.all(parameter) + added(query), model: model)
    }

    /// What the three controls say; without a value they add none.
    private static func added(_ query: FormBody) -> [String] {
        guard let field = query.text("field"), let word = query.text("is").flatMap(Word.init(rawValue:)) else {
            return []
        }
        let text = query.text("value") ?? ""
        let isWhole = word == .any || word == .none
        let value = isWhole ? Self.column(field, model: .first)?.field.key(for: text) ?? text : text
        let needsNone = word == .empty || word == .notEmpty
        return needsNone || !value.isEmpty ? ["\(field):\(word.rawValue):\(value)"] : []
    }

    /// One value of one filter; nil for what is not written like one.
    init?(_ address: String, model: AttributionPosition) {
        let parts = address.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 2, let column = Self.column(parts[0], model: model), let word = Word(rawValue: parts[1])
        else { return nil }
        let value = parts.count == 3 ? parts[2] : ""
        switch word {
        // The empty text among the values is the empty field.
        case .any: self.init(column, .isAny(of: [value]))
        case .none: self.init(column, .isNone(of: [value]))
        case .contains where !value.isEmpty: self.init(column, .contains(value))
        case .contains: return nil
        case .empty: self.init(column, .isEmpty)
        case .notEmpty: self.init(column, .isNotEmpty)
        }
    }

    /// The texts that bring the filter back.
    ///
    /// - Parameter model: the attribution that goes without saying.
    func addresses(model: AttributionPosition) -> [String] {
        let isOther = column.field.hasModel && column.position != model
        let field = column.field.rawValue + (isOther ? "@\(column.position.rawValue)" : "")
        switch condition {
        case .isAny(let values): return values.map { "\(field):\(Word.any.rawValue):\($0)" }
        case .isNone(let values): return values.map { "\(field):\(Word.none.rawValue):\($0)" }
        case .contains(let text): return ["\(field):\(Word.contains.rawValue):\(text)"]
        case .isEmpty: return ["\(field):\(Word.empty.rawValue)"]
        case .isNotEmpty: return ["\(field):\(Word.notEmpty.rawValue)"]
        // No address says such a filter, so none comes from one.
        case .either: return []
        }
    }

    /// `utmCampaign` or `utmCampaign@latest`
    private static func column(_ text: String, model: AttributionPosition) -> ReportColumn? {
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let field = ReportField(rawValue: parts[0]) else { return nil }
        guard parts.count == 2 else { return ReportColumn(field, model) }
        return AttributionPosition(rawValue: parts[1]).map { ReportColumn(field, $0) }
    }
}

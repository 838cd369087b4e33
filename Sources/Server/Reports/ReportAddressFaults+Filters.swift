import Attribution
import CRM

/// The filters of an address, and the one that the controls would add.
extension ReportAddressFaults {
    /// The value of the button that adds a filter: without it, controls that were left alone add none.
    static let adding = "add"

    /// - Parameters:
    ///   - model: of which attribution a filter speaks that does not say so.
    ///   - most: how many filters the report may have.
    mutating func checkFilters(_ model: AttributionPosition, most: Int) {
        for text in query.all(ReportFilter.parameter) where ReportFilter(text, model: model) == nil {
            add("The filter \(Self.quoted(text)) was not understood, and is left out.")
        }
        checkControls()
        let asked = ReportFilter.asked(query, model: model)
        let names = ReportFieldNames([])
        for filter in asked {
            let name = names.label(filter.column.field)
            if !filter.column.field.belongs(to: .contacts) {
                add("Contacts have no \(name): that filter is left out.")
            } else if let problem = filter.problem {
                add("The filter by \(name) is left out: \(problem.description).")
            }
        }
        if asked.filter(\.isOfContacts).count > most {
            add("A report has at most \(most) filters; those behind them are left out.")
        }
    }

    private mutating func checkControls() {
        let value = query.text("value")
        guard query[Self.adding] != nil || value != nil else { return }
        guard let field = query.text("field"), let known = ReportField(rawValue: field) else {
            return add("The field \(Self.quoted(query.text("field") ?? "")) is not known; no filter was added.")
        }
        guard let word = query.text("is").flatMap(ReportFilter.Word.init(rawValue:)) else {
            return add("The condition \(Self.quoted(query.text("is") ?? "")) is not known; no filter was added.")
        }
        guard value == nil, word != .empty, word != .notEmpty else { return }
        let isCustom = if case .customField = known { true } else { false }
        let name = isCustom ? "the field" : ReportFieldNames([]).label(known)
        add(
            "The filter by \(name) has no value, and was not added. For contacts without one choose the condition "
                + "“is empty”.")
    }
}

extension ReportFilter {
    /// Whether a report of contacts can be filtered by it.
    var isOfContacts: Bool { column.field.belongs(to: .contacts) && problem == nil }
}

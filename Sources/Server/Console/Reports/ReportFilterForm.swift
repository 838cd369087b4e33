import Attribution
import CRM

/// The controls above a report, and the filters that hold.
struct ReportFilterForm {
    let action: String
    let models: [FieldControl.Option]
    let presets: [FieldControl.Option]
    let from: String
    let to: String
    let comparisons: [FieldControl.Option]
    let visitors: Bool
    let fields: [FieldControl.Option]
    let conditions: [FieldControl.Option]
    let valuesHref: String
    let chips: [Chip]
    let clearHref: String
    let keep: [HiddenField]

    struct Chip: Equatable {
        let text: String
        let removeHref: String
    }

    init(
        _ paths: AccountPaths, _ address: AttributionAddress, _ range: ReportRange,
        _ custom: [CustomField]
    ) {
        action = paths.reports
        models = AttributionPosition.allCases.map {
            FieldControl.Option(value: $0.rawValue, label: $0.label, selected: $0 == address.model)
        }
        presets = Self.presets(address.period)
        from = range.days.first.rawValue
        to = range.days.last.rawValue
        comparisons =
            [FieldControl.Option(value: "", label: "Nothing", selected: address.comparison == nil)]
            + ReportComparison.allCases.map {
                FieldControl.Option(value: $0.rawValue, label: $0.label, selected: $0 == address.comparison)
            }
        visitors = address.wantsVisitors
        let names = ReportFieldNames(custom)
        fields = names.filterable.map {
            FieldControl.Option(value: $0.rawValue, label: names.label($0), selected: false)
        }
        conditions = ReportFilter.Word.allCases.map {
            FieldControl.Option(value: $0.rawValue, label: $0.label, selected: $0 == .any)
        }
        valuesHref = paths.reportValues
        chips = address.filters.map { filter in
            var without = address
            without.filters.removeAll { $0 == filter }
            return Chip(
                text: names.sentence(filter, model: address.model),
                removeHref: without.path(paths.reports).text)
        }
        var unfiltered = address
        unfiltered.filters = []
        clearHref = unfiltered.path(paths.reports).text
        // What has a control of its own comes from that, the rest is carried along.
        let controlled = ["model", "preset", "from", "to", "compare", "visitors"]
        keep = HiddenField.all(address.path("").items.filter { !controlled.contains($0.name) })
    }

    private static func presets(_ period: AttributionAddress.Period) -> [FieldControl.Option] {
        let chosen: ReportPreset? = if case .preset(let preset) = period { preset } else { nil }
        return ReportPreset.allCases.map {
            FieldControl.Option(value: $0.rawValue, label: $0.label, selected: $0 == chosen)
        } + [FieldControl.Option(value: "own", label: "Own dates", selected: chosen == nil)]
    }
}

extension ReportFilter.Word {
    var label: String {
        switch self {
        case .any: "is"
        case .none: "is not"
        case .contains: "contains"
        case .empty: "is empty"
        case .notEmpty: "is not empty"
        }
    }
}

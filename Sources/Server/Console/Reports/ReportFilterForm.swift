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
    /// Whether visitors are counted; nil in reports without visitors.
    let visitors: Check?
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

    struct Check: Equatable {
        let checked: Bool
    }

    /// What every report that has filters is asked for.
    struct Choice {
        let model: AttributionPosition
        /// Nil: days of one's own.
        let preset: ReportPreset?
        let comparison: ReportComparison?
        let filters: [ReportFilter]
        var countsVisitors: Bool?
    }

    /// - Parameter address: that of the same report with other filters.
    init(
        _ choice: Choice, _ range: ReportRange, _ custom: [CustomField], _ paths: AccountPaths,
        address: ([ReportFilter]) -> ConsolePath
    ) {
        let here = address(choice.filters)
        action = here.path
        models = AttributionPosition.allCases.map {
            FieldControl.Option(value: $0.rawValue, label: $0.label, selected: $0 == choice.model)
        }
        presets = Self.presets(choice.preset)
        from = range.days.first.rawValue
        to = range.days.last.rawValue
        comparisons =
            [FieldControl.Option(value: "", label: "Nothing", selected: choice.comparison == nil)]
            + ReportComparison.allCases.map {
                FieldControl.Option(value: $0.rawValue, label: $0.label, selected: $0 == choice.comparison)
            }
        visitors = choice.countsVisitors.map { Check(checked: $0) }
        let names = ReportFieldNames(custom)
        fields = names.filterable.map {
            FieldControl.Option(value: $0.rawValue, label: names.label($0), selected: false)
        }
        conditions = ReportFilter.Word.allCases.map {
            FieldControl.Option(value: $0.rawValue, label: $0.label, selected: $0 == .any)
        }
        valuesHref = paths.reportValues
        chips = choice.filters.map { filter in
            Chip(
                text: names.sentence(filter, model: choice.model),
                removeHref: address(choice.filters.filter { $0 != filter }).text)
        }
        clearHref = address([]).text
        // What has a control of its own comes from that, the rest is carried along.
        let controlled = ["model", "preset", "from", "to", "compare", "visitors"]
        keep = HiddenField.all(here.items.filter { !controlled.contains($0.name) })
    }

    private static func presets(_ chosen: ReportPreset?) -> [FieldControl.Option] {
        ReportPreset.allCases.map {
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

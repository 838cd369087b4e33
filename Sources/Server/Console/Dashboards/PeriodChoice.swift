import CRM

/// The period that the reader of a dashboard chose, in its address: `?period=last7Days`, or `?period=days&from=…&to=…`.
struct PeriodChoice {
    let period: WidgetPeriod
    /// What the controls show: days that are wrong as they were typed.
    let document: WidgetPeriodDocument
    /// Whether the address says it.
    let isChosen: Bool
    let isWrong: Bool

    static let ownDays = "days"

    init(_ query: FormBody, usual: WidgetPeriod) {
        let typed = Self.document(query)
        let wished = typed?.period
        period = wished ?? usual
        isChosen = wished != nil
        isWrong = wished == nil && typed != nil
        let isUnknown = isWrong && typed?.preset != nil
        document = (isUnknown ? nil : typed) ?? WidgetPeriodDocument(usual)
    }

    /// What a form or an address says; nil for nothing.
    static func document(_ form: FormBody) -> WidgetPeriodDocument? {
        guard let name = form.text("period") else { return nil }
        guard name == ownDays else { return WidgetPeriodDocument(preset: name) }
        return WidgetPeriodDocument(from: form.text("from"), to: form.text("to"))
    }

    /// What the addresses of files carry on.
    var query: [(name: String, value: String)] {
        guard isChosen else { return [] }
        let document = WidgetPeriodDocument(period)
        return [
            ("period", document.preset ?? Self.ownDays), ("from", document.from), ("to", document.to),
        ].compactMap { name, value in value.map { (name, $0) } }
    }
}

/// The controls that choose a period (`console/period`).
struct PeriodFields {
    let options: [FieldControl.Option]
    let from: String?
    let to: String?

    /// - Parameters:
    ///   - document: what is chosen; nil for nothing.
    ///   - none: what choosing nothing is called, where that can be done.
    init(_ document: WidgetPeriodDocument?, none: String? = nil) {
        let chosen = document.map { $0.preset ?? PeriodChoice.ownDays }
        options =
            (none.map { [FieldControl.Option(value: "", label: $0, selected: chosen == nil)] } ?? [])
            + ReportPreset.allCases.map {
                FieldControl.Option(value: $0.rawValue, label: $0.label, selected: $0.rawValue == chosen)
            }
            + [
                FieldControl.Option(
                    value: PeriodChoice.ownDays, label: "From … to …", selected: chosen == PeriodChoice.ownDays)
            ]
        from = document?.from
        to = document?.to
    }
}

extension WidgetPeriod {
    /// `Last 7 days`, or the days themselves.
    var label: String {
        switch self {
        case .preset(let preset): preset.label
        case .days(let days): DayText.range(days)
        }
    }
}

import CRM

/// What a program asks of the attribution report, in parameters; what it cannot mean is refused by name.
struct ReportsRequest: Sendable {
    let address: AttributionAddress
    let path: [String]
    let figure: AttributionFigure
    let bucket: TimeBucket?

    /// - Throws: `APIError.invalid`.
    init(_ query: FormBody) throws(APIError) {
        var problems: [String] = []
        var address = AttributionAddress(query)
        // A program is told of a filter that cannot be asked: without it the figures would be others.
        address.filters = ReportFilter.all(query.all(ReportFilter.parameter), model: address.model)
        self.address = address
        path = query.all("path")
        figure = query.text("figure").flatMap(AttributionFigure.init(rawValue:)) ?? .contacts
        bucket = query.text("bucket").flatMap(TimeBucket.init(rawValue:))
        for text in query.all(ReportFilter.parameter)
        where ReportFilter(text, model: address.model) == nil {
            problems.append("\(ReportFilter.parameter) cannot be read: \(String(text.prefix(60)))")
        }
        if query.text("preset") == nil, query.text("from") != nil || query.text("to") != nil {
            if case .preset = address.period {
                problems.append(
                    "from and to must be two days, the earlier one first, "
                        + "with \(AttributionAddress.mostDays) days at most")
            }
        }
        guard problems.isEmpty else { throw .invalid(problems) }
    }
}

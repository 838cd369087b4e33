import CRM

/// Which figure of a report the contacts behind are asked for: the report's own address, and where in it the figure is.
struct ReportContactsAddress: Hashable, Sendable {
    enum Place: Hashable, Sendable {
        case total
        /// A row, by its keys from the source on down.
        case row([String])
        /// What is gathered as "other" below a row.
        case other(below: [String])
    }

    var report: AttributionAddress
    var place: Place
    var figure: AttributionFigure

    init(_ report: AttributionAddress, _ place: Place, _ figure: AttributionFigure = .contacts) {
        self.report = report
        self.place = place
        self.figure = figure
    }

    init(_ query: FormBody) {
        report = AttributionAddress(query)
        let figure = query.text("figure").flatMap(AttributionFigure.init(rawValue:)) ?? .contacts
        self.figure = figure == .visits || figure == .visitors ? .contacts : figure
        if let row = query["row"].map(AttributionAddress.rowPath), Self.isLevel(Array(row.dropLast())) {
            place = .row(row)
        } else if let below = query["other"].map({ $0.isEmpty ? [] : AttributionAddress.rowPath($0) }),
            Self.isLevel(below)
        {
            place = .other(below: below)
        } else {
            place = .total
        }
    }

    /// Whether there are rows below such a path.
    private static func isLevel(_ path: [String]) -> Bool { AttributionLevel.below(path) != nil }

    func path(_ path: String) -> ConsolePath {
        let address = report.path(path).with("figure", figure == .contacts ? nil : figure.rawValue)
        return switch place {
        case .total: address
        case .row(let row): address.with("row", AttributionAddress.text(row))
        case .other(let below): address.with("other", AttributionAddress.text(below))
        }
    }
}

import Attribution
import CRM

extension AttributionAddress {
    /// What of a query was not understood when the address was read from it.
    func faults(_ query: FormBody) -> ReportAddressFaults {
        var faults = ReportAddressFaults(query, mostDays: Self.mostDays)
        faults.checkFilters(model, most: AttributionRequest.mostFilters)
        faults.check("visitors", of: ["1", "true", "0", "false"], "The wish for visitors", shown: "none are counted")
        faults.check(
            "sort", of: AttributionSort.allCases.map(\.rawValue), "The column", shown: "the table is sorted by contacts"
        )
        faults.checkLimit(1...Self.mostLimit, shown: limit)
        for text in query.all("open") where !Self.isLevel(Self.rowPath(text)) {
            faults.add("There is no row \(ReportAddressFaults.quoted(text)) that could be open.")
        }
        if query.all("open").count > Self.mostOpened {
            faults.add("At most \(Self.mostOpened) rows are open at once; the others are closed.")
        }
        return faults
    }

    /// Whether something may lie below such a row.
    private static func isLevel(_ path: [String]) -> Bool {
        guard let source = path.first, AttributionLevel.below(path) != nil else { return false }
        return source.isEmpty || Source(rawValue: source.lowercased()) != nil
    }
}

extension ReportContactsAddress {
    /// The same of the contacts behind a figure.
    func faults(_ query: FormBody) -> ReportAddressFaults {
        var faults = report.faults(query)
        let figures = AttributionFigure.allCases.filter { $0 != .visits && $0 != .visitors }
        faults.check(
            "figure", of: figures.map(\.rawValue), "The figure", shown: "the contacts are shown")
        let row = query["row"] ?? query["other"]
        if place == .total, let row {
            faults.add("There is no row \(ReportAddressFaults.quoted(row)); everybody in the report is shown.")
        }
        if let after = query.text("after"), ReportContacts.Place(text: after) == nil {
            faults.add("The place in the list was not understood; its beginning is shown.")
        }
        return faults
    }
}

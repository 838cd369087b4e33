import CRM

extension AdReportWish {
    /// What of a query was not understood when the wish was read from it.
    func faults(_ query: FormBody) -> ReportAddressFaults {
        var faults = contactsFaults(query)
        faults.check(
            "sort", of: AdSort.allCases.map(\.rawValue), "The column", shown: "the table is sorted by cost")
        faults.checkLimit(1...AdReportRequest.mostRows, shown: limit)
        return faults
    }

    /// The same of the contacts behind a figure.
    func contactsFaults(_ query: FormBody) -> ReportAddressFaults {
        var faults = ReportAddressFaults(query)
        faults.checkFilters(position, most: AdReportRequest.mostFilters)
        let views = platform == .google ? AdDivision.allCases : [.campaigns]
        faults.check("view", of: views.map(\.rawValue), "The view", shown: "campaigns are shown")
        faults.check("figure", of: AdFigure.allCases.map(\.rawValue), "The figure", shown: "the contacts are shown")
        if path.isEmpty, let key = query.all("path").first {
            faults.add("There is no row \(ReportAddressFaults.quoted(key)) to be opened; all of them are shown.")
        }
        if let after = query.text("after"), AdContacts.Place(text: after) == nil {
            faults.add("The place in the list was not understood; its beginning is shown.")
        }
        return faults
    }

    /// `headwater-google-ads-<account>-<first day>-<last day>-first`
    func fileName(_ account: Account, _ days: ReportDays) -> ExportName {
        let what = platform.rawValue + "-ads" + (division == .keywords ? "-keywords" : "")
        return ExportName(what, of: account, days: days, [position.rawValue])
    }
}

import CRM

/// Reads what an address asks for out of the reports of one account.
struct AttributionReportReader: Sendable {
    let reports: Reports
    let account: Account
    let now: Milliseconds

    func range(_ address: AttributionAddress) async throws -> ReportRange {
        let days =
            switch address.period {
            case .preset(let preset): try await reports.days(preset, for: account, now: now)
            case .own(let days): days
            }
        return ReportRange(days: days, compared: address.comparison?.days(before: days))
    }

    /// The sources, and below them the levels that are open.
    func tree(_ address: AttributionAddress, _ range: ReportRange) async throws -> AttributionTree {
        var tree = AttributionTree(
            try await reports.attribution(address.request([], range), for: account))
        // Outer rows first: what lies below a row that is not there any more is not looked for.
        for path in address.opened.sorted(by: { $0.count < $1.count }) where tree.hasExpandable(path) {
            tree.add(
                try await reports.attribution(address.request(path, range), for: account), below: path)
        }
        return tree
    }
}

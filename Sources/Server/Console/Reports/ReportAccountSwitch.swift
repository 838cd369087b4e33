import CRM

/// Where the account switch leads from a page of the reports: to the same report of the other account, of the same days.
enum ReportAccountSwitch {
    /// What every account knows. Filters, opened rows and places in a list are about one account's own things.
    private static let kept: Set<String> = [
        "model", "preset", "from", "to", "compare", "sort", "order", "visitors", "view",
    ]

    /// - Parameter address: the page's own, with its query.
    static func path(from address: String, of account: Account, to other: Account) -> String {
        let parts = address.split(separator: "?", maxSplits: 1).map(String.init)
        let (own, paths) = (AccountPaths(account), AccountPaths(other))
        let page = parts.first ?? ""
        let report = ReportTab.allCases.filter { $0 != .attribution }.first { tab in
            page == tab.href(own) || page.hasPrefix(tab.href(own) + "/")
        }
        var path = ConsolePath((report ?? .attribution).href(paths))
        guard report != .costs, report != .links else { return path.text }
        let query = FormBody(parts.count == 2 ? parts[1] : "")
        for name in query.names where kept.contains(name) {
            path = path.with(name, query.text(name)?.cut(to: 40))
        }
        return path.text
    }
}

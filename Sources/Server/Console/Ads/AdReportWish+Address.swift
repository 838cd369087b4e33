import Attribution
import CRM

extension AdReportWish {
    /// The address of a page that shows the same with something changed; what is usual is not said.
    func path(_ root: String, _ change: (inout AdReportWish) -> Void = { _ in }) -> ConsolePath {
        var wish = self
        change(&wish)
        var path = ConsolePath(root)
        for (name, value) in wish.named { path = path.with(name, value) }
        for filter in wish.filters {
            for text in filter.addresses(model: wish.position) { path = path.with(ReportFilter.parameter, text) }
        }
        for key in wish.path { path = path.with("path", key.text) }
        return path
    }

    /// The contacts behind a figure of this report.
    func contactsPath(_ paths: AccountPaths, _ spot: AdReportPlace, _ figure: AdFigure) -> ConsolePath {
        let address = path(paths.adContacts(platform)) { $0.path = spot.path }
        let isOther = if case .other = spot { true } else { false }
        return address.with("other", isOther ? "1" : nil).with("figure", figure.rawValue)
    }

    /// Every parameter that stands once.
    private var named: [(name: String, value: String)] {
        let all: [(String, String?)] = [
            ("model", position == .latest ? "latest" : nil),
            ("preset", days == nil && preset != .last30Days ? preset.rawValue : nil),
            ("from", days?.first.rawValue), ("to", days?.last.rawValue),
            ("compare", comparison?.rawValue),
            ("view", division == .keywords ? division.rawValue : nil),
            ("sort", sort == .cost ? nil : sort.rawValue),
            ("order", descending == (sort != .name) ? nil : descending ? "desc" : "asc"),
            ("limit", limit == 50 ? nil : String(limit)),
        ]
        return all.compactMap { name, value in value.map { (name, $0) } }
    }
}

import Attribution
import CRM

/// Which attribution report is asked for: the whole of it stands in the address, so that a view can be sent to somebody.
struct AttributionAddress: Hashable, Sendable {
    /// Which days.
    enum Period: Hashable, Sendable {
        case preset(ReportPreset)
        case own(ReportDays)
    }

    var model = AttributionPosition.first
    var period = Period.preset(.last30Days)
    var comparison: ReportComparison?
    var filters: [ReportFilter] = []
    var wantsVisitors = false
    var sort = AttributionSort.contacts
    var isDescending = true
    var limit = usualLimit
    /// The rows whose levels are shown below them, each by the keys from the source on down.
    var opened: [[String]] = []

    static let usualLimit = 25
    static let mostLimit = 1_000
    /// Some 270 years: a line has a point for each month of them. Who types `26` for a year means another one.
    static let mostDays = 100_000
    /// More opened rows than this are nobody's view.
    static let mostOpened = 40

    init() {}

    /// What is not understood is the usual: an old bookmark shows something, never an error. The page says what it was:
    /// `faults(_:)`.
    init(_ query: FormBody) {
        model = query.text("model").flatMap(AttributionPosition.init(rawValue:)) ?? model
        period = Self.period(query)
        comparison = query.text("compare").flatMap(ReportComparison.init(rawValue:))
        filters = Array(
            ReportFilter.asked(query, model: model)
                .filter(\.isOfContacts)
                .prefix(AttributionRequest.mostFilters))
        wantsVisitors = ["1", "true"].contains(query.text("visitors"))
        sort = query.text("sort").flatMap(AttributionSort.init(rawValue:)) ?? sort
        isDescending = query.text("order").map { $0 != "asc" } ?? (sort != .name)
        limit = query.text("limit").flatMap { Int($0) }.map { min(max($0, 1), Self.mostLimit) } ?? limit
        opened = Array(query.all("open").map(Self.rowPath).prefix(Self.mostOpened))
    }

    private static func period(_ query: FormBody) -> Period {
        if let preset = query.text("preset").flatMap(ReportPreset.init(rawValue:)) {
            return .preset(preset)
        }
        guard let from = query.text("from").flatMap({ CalendarDate($0) }),
            let to = query.text("to").flatMap({ CalendarDate($0) }), let days = ReportDays(from, to),
            days.count <= mostDays
        else { return .preset(.last30Days) }
        return .own(days)
    }

    /// The same report at another address, like its CSV.
    func path(_ path: String) -> ConsolePath {
        var address = ConsolePath(path).with("model", model == .first ? nil : model.rawValue)
        switch period {
        case .preset(let preset):
            address = address.with("preset", preset == .last30Days ? nil : preset.rawValue)
        case .own(let days):
            address = address.with("from", days.first.rawValue).with("to", days.last.rawValue)
        }
        address = address.with("compare", comparison?.rawValue)
        for filter in filters {
            for text in filter.addresses(model: model) {
                address = address.with(ReportFilter.parameter, text)
            }
        }
        address = address.with("visitors", wantsVisitors ? "1" : nil)
            .with("sort", sort == .contacts ? nil : sort.rawValue)
            .with("order", isDescending == (sort != .name) ? nil : isDescending ? "desc" : "asc")
            .with("limit", limit == Self.usualLimit ? nil : String(limit))
        for path in opened { address = address.with("open", Self.text(path)) }
        return address
    }

    /// Keys joined by slashes, each escaped before; an empty one is the row of what has no value.
    static func text(_ path: [String]) -> String {
        path.map(ConsolePath.escaped).joined(separator: "/")
    }

    static func rowPath(_ text: String) -> [String] {
        text.split(separator: "/", omittingEmptySubsequences: false).map {
            String($0).percentDecoded ?? ""
        }
    }

    /// The question for the rows below a path.
    func request(_ path: [String], _ range: ReportRange) -> AttributionRequest {
        var request = AttributionRequest(model, days: range.days)
        request.compared = range.compared
        request.path = path
        request.filters = filters
        request.wantsVisitors = wantsVisitors
        request.sort = sort
        request.descending = isDescending
        request.limit = limit
        return request
    }
}

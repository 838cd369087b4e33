import Attribution
import CRM
import Foundation

/// An ads report as an address asks for it: of a program, or of a page of the console.
struct AdReportWish: Sendable {
    let platform: AdPlatform
    var division = AdDivision.campaigns
    var position = AttributionPosition.first
    var preset = ReportPreset.last30Days
    /// What the address names in place of a preset.
    var days: ReportDays?
    var comparison: ReportComparison?
    /// On what contacts have.
    var filters: [ReportFilter] = []
    var path: [AdKey] = []
    var sort = AdSort.cost
    var descending = true
    var limit = 50
    /// What makes no sense; a page shows the usual report all the same, a program is told.
    var problems: [String] = []

    static let parameters: [APIParameter] = [
        .optional("model", .choice(["first", "latest"]), "Which attribution of a contact counts; first when left out"),
        .optional("preset", .choice(ReportPreset.allCases.map(\.rawValue)), "last30Days when left out"),
        .optional("from", .string, "The first day, YYYY-MM-DD, in place of a preset"),
        .optional("to", .string, "The last day"),
        .optional("compare", .choice(ReportComparison.allCases.map(\.rawValue)), "Adds what was before"),
        .optional(
            "filter", .array(.string),
            "As /reports/attribution takes it: which contacts count. The cost is that of the ads all the same"),
        .optional("view", .choice(AdDivision.allCases.map(\.rawValue)), "campaigns when left out; keywords: Google"),
        .optional("path", .array(.string), "The key of a campaign, then of a group below it, to be opened"),
        .optional("sort", .choice(AdSort.allCases.map(\.rawValue)), "cost when left out"),
        .optional("order", .choice(["asc", "desc"]), "desc when left out"),
        .optional("limit", .integer(1...Int64(AdReportRequest.mostRows)), "50 when left out"),
    ]

    /// - Parameter deepest: how many keys a path may have.
    init(_ platform: AdPlatform, _ query: FormBody, deepest: Int = AdReportRequest.deepest) {
        self.platform = platform
        if query["model"] == "latest" { position = .latest }
        if let text = query.text("preset"), let known = ReportPreset(rawValue: text) { preset = known }
        let isPreset = query.text("preset").flatMap(ReportPreset.init(rawValue:)) != nil
        if !isPreset, query.text("from") != nil || query.text("to") != nil { readDays(query) }
        comparison = query.text("compare").flatMap(ReportComparison.init(rawValue:))
        readFilters(query)
        if platform == .google, query["view"] == AdDivision.keywords.rawValue { division = .keywords }
        readPath(query, deepest: division == .campaigns ? deepest : deepest - AdReportRequest.deepest)
        if let text = query.text("sort"), let known = AdSort(rawValue: text) { sort = known }
        descending = query["order"].map { $0 != "asc" } ?? (sort != .name)
        if let text = query.text("limit"), let number = Int(text) {
            limit = min(max(1, number), AdReportRequest.mostRows)
        }
    }

    private mutating func readDays(_ query: FormBody) {
        let (first, last) = (
            query.text("from").flatMap { CalendarDate($0) }, query.text("to").flatMap { CalendarDate($0) }
        )
        guard let first, let last, let days = ReportDays(first, last) else {
            return problems.append("from and to must be two days, the second not before the first")
        }
        self.days = days
    }

    private mutating func readFilters(_ query: FormBody) {
        for text in query.all(ReportFilter.parameter) where ReportFilter(text, model: position) == nil {
            problems.append("\(ReportFilter.parameter) cannot be read: \(String(text.prefix(60)))")
        }
        let all = ReportFilter.asked(query, model: position)
        filters = Array(all.filter(\.isOfContacts).prefix(AdReportRequest.mostFilters))
        if let strange = all.first(where: { !$0.column.field.belongs(to: .contacts) }) {
            problems.append("contacts have no \(strange.column.field.rawValue)")
        } else if let problem = all.compactMap(\.problem).first {
            problems.append(problem.description)
        } else if filters.count < all.count {
            problems.append("a report of ads has at most \(AdReportRequest.mostFilters) filters")
        }
    }

    private mutating func readPath(_ query: FormBody, deepest: Int) {
        let texts = query.all("path")
        path = texts.compactMap { AdKey(text: $0) }
        if path.count != texts.count || path.count > deepest {
            problems.append("path must be at most \(deepest) keys of rows")
            path = []
        }
    }

    /// The question, with days as they are in this moment.
    func request(_ moment: ReportMoment, now: Milliseconds) throws -> AdReportRequest {
        let range = try days ?? moment.days(preset, now: now)
        var request = AdReportRequest(platform, position, days: range)
        request.compared = comparison?.days(before: range)
        request.filters = filters
        request.division = division
        request.path = path
        (request.sort, request.descending, request.limit) = (sort, descending, limit)
        return request
    }

    /// The report that is asked for.
    ///
    /// - Throws: `ReportProblem`.
    func report(_ reports: Reports, for account: Account, now: Milliseconds) async throws -> AdReport {
        try await reports.moment(of: account) { moment in try moment.ads(try request(moment, now: now)) }
    }
}

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
        if query.text("from") != nil || query.text("to") != nil { readDays(query) }
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

    private mutating func readPath(_ query: FormBody, deepest: Int) {
        let texts = query.all("path")
        path = texts.compactMap { AdKey(text: $0) }
        if path.count != texts.count || path.count > deepest {
            problems.append("path must be at most \(deepest) keys of rows")
            path = []
        }
    }

    func request(_ reports: Reports, for account: Account, now: Milliseconds) async throws -> AdReportRequest {
        let range: ReportDays
        if let days { range = days } else { range = try await reports.days(preset, for: account, now: now) }
        var request = AdReportRequest(platform, position, days: range)
        request.division = division
        request.path = path
        (request.sort, request.descending, request.limit) = (sort, descending, limit)
        return request
    }
}

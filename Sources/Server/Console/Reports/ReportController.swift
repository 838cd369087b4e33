import Attribution
import CRM
import HTTPTypes
import Hummingbird

/// The attribution report, its charts and its CSV.
struct ReportController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/reports`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        let frame = try await pages.frame(request, context)
        do {
            let query = FormBody(request.uri.query ?? "")
            let address = AttributionAddress(query)
            let matter = try await matter(address, problem: address.faults(query).text, context.account)
            return try pages.show(ReportPage(frame, context.paths, matter), in: frame)
        } catch let problem as ReportProblem {
            return try waiting(problem, frame)
        }
    }

    /// `GET /a/<account>/reports/attribution.csv`: the rows of the page.
    func export(_ request: Request, _ context: AccountContext) async throws -> Response {
        let address = AttributionAddress(FormBody(request.uri.query ?? ""))
        let (csv, range) = try await HTTPError.answering {
            try await reading(address, context.account) { (AttributionCSV.text(try $0.tree()), $0.range) }
        }
        try await crm.audit.note(context.account.id, .reportsExported, by: context.actor, at: now())
        return .csv(csv, named: address.fileName("attribution", context.account, range.days))
    }

    /// `GET /a/<account>/reports/charts/<chart>`: one chart of the page as a file.
    func chart(_ request: Request, _ context: AccountContext) async throws -> Response {
        guard let chart = ReportChartName(rawValue: try context.text("chart")) else {
            throw HTTPError(.notFound)
        }
        let address = AttributionAddress(FormBody(request.uri.query ?? ""))
        return try await HTTPError.answering {
            switch chart {
            case .time:
                let (time, range) = try await reading(address, context.account) {
                    (try $0.timeline(address.chartedFigure, by: nil), $0.range)
                }
                return ChartFile.response(ReportTime(time, svgHref: "").chart, named: "over-time")
                    .named(address.fileName("over-time", context.account, range.days), "svg")
            case .sources:
                let (sources, range) = try await reading(address, context.account) { (try $0.report(), $0.range) }
                let bars = ReportSourceBars(sources, address.chartedFigure, svgHref: "")
                return ChartFile.response(bars.chart, named: "sources")
                    .named(address.fileName("sources", context.account, range.days), "svg")
            }
        }
    }

    /// `GET /a/<account>/reports/values?field=&q=`: suggestions for a filter, as JSON.
    func values(_ request: Request, _ context: AccountContext) async throws -> Response {
        let query = FormBody(request.uri.query ?? "")
        guard let field = query.text("field").flatMap(ReportField.init(rawValue:)) else {
            throw HTTPError(.badRequest)
        }
        let text = query.text("q") ?? ""
        // What people write is looked for among the words that they read; there are few values that have some.
        let values = try await HTTPError.answering {
            try await crm.reports.values(
                of: field, containing: field.hasWords ? "" : text, for: context.account,
                limit: field.hasWords ? 100 : 20)
        }
        let labels = values.compactMap { value in value.label.map { field.word(for: $0) ?? $0 } }
        guard field.hasWords, !text.isEmpty else { return try .json(labels) }
        return try .json(labels.filter { $0.lowercased().contains(text.lowercased()) })
    }

    private func matter(
        _ address: AttributionAddress, problem: String?, _ account: Account
    ) async throws -> ReportPage.Matter {
        let fields = try await crm.fields.all(account.id)
        return try await reading(address, account) { moment in
            ReportPage.Matter(
                address: address, range: moment.range, tree: try moment.tree(),
                time: try moment.timeline(address.chartedFigure, by: nil), matrix: try moment.matrix(),
                fields: fields, rulesUnderway: moment.rulesUnderway, problem: problem)
        }
    }

    private func reading<Value: Sendable>(
        _ address: AttributionAddress, _ account: Account,
        _ work: @escaping @Sendable (inout AttributionMoment) throws -> Value
    ) async throws -> Value {
        try await crm.reports.attribution(address, for: account, now: now(), work)
    }

    /// Reports that are made for the first time: the page comes back by itself and says how far they are.
    private func waiting(_ problem: ReportProblem, _ frame: Frame) throws -> Response {
        guard case .notReady(let share) = problem else { throw HTTPError(.badRequest) }
        var response = try pages.show(ReportWaitingPage(frame, share: share), in: frame)
        response.headers[.refresh] = "2"
        return response
    }
}

extension HTTPField.Name {
    static let refresh = known("Refresh")
}

extension AttributionAddress {
    /// `headwater-attribution-<account>-<first day>-<last day>-first`
    func fileName(_ what: String, _ account: Account, _ days: ReportDays) -> ExportName {
        ExportName(what, of: account, days: days, [model.rawValue])
    }

    /// What the charts show: the column that the table is sorted by, where it is a count or an amount.
    var chartedFigure: AttributionFigure {
        let figure = AttributionFigure(rawValue: sort.rawValue) ?? .contacts
        // Someone who came on two days is counted on both: a line of them would not add up to the column.
        guard figure == .visits || figure == .visitors else { return figure }
        return filters.allSatisfy { $0.column.field.belongs(to: .visits) } ? .visits : .contacts
    }
}

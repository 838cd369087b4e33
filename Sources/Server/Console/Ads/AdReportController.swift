import CRM
import HTTPTypes
import Hummingbird

/// The report of one platform's ads.
struct AdReportController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let platform: AdPlatform
    let now: @Sendable () -> Milliseconds

    private static let pageSize = 50

    /// `GET /a/<account>/reports/google-ads`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let query = FormBody(request.uri.query ?? "")
        let wish = AdReportWish(platform, query)
        let problem = wish.faults(query).text
        do {
            let report = try await report(wish, context)
            let fields = try await crm.fields.all(context.account.id)
            let page = AdReportPage(frame, context.paths, report, wish, fields, problem: problem)
            return try pages.show(page, in: frame)
        } catch ReportProblem.notReady(let share) {
            return try pages.show(
                ReportWaitingPage(frame, share: share), in: frame, status: .serviceUnavailable)
        } catch is ReportProblem {
            throw HTTPError(.badRequest)
        }
    }

    /// `GET /a/<account>/reports/google-ads.csv`: every row of the level.
    func export(_ request: Request, _ context: AccountContext) async throws -> Response {
        var wish = AdReportWish(platform, FormBody(request.uri.query ?? ""))
        wish.limit = .max
        let report = try await HTTPError.answering { [wish] in try await self.report(wish, context) }
        try await crm.audit.note(context.account.id, .reportsExported, by: context.actor, at: now())
        return .csv(AdReportCSV.text(report), named: wish.fileName(context.account, report.request.days))
    }

    /// `GET /a/<account>/reports/google-ads/contacts`: who stands behind a figure.
    func contacts(_ request: Request, _ context: AccountContext) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let query = FormBody(request.uri.query ?? "")
        let wish = AdReportWish(platform, query, deepest: AdReportRequest.deepest + 1)
        let spot = query["other"] == nil ? AdReportPlace.row(wish.path) : .other(below: wish.path)
        let figure = query.text("figure").flatMap(AdFigure.init) ?? .contacts
        let (found, days, rules) = try await HTTPError.answering {
            try await crm.reports.moment(of: context.account) { [now] moment in
                var asked = try wish.request(moment, now: now())
                asked.path = []
                let place = query.text("after").flatMap { AdContacts.Place(text: $0) }
                let found = try moment.contacts(
                    behind: figure, spot, of: asked, after: place, limit: Self.pageSize)
                return (found, asked.days, moment.rulesUnderway)
            }
        }
        let matter = AdContactsPage.Matter(
            wish: wish, spot: spot, figure: figure, found: found, days: days,
            contacts: try await crm.contacts.details(context.account.id, found.ids),
            fields: try await crm.fields.all(context.account.id), isFirstPage: query.text("after") == nil,
            rulesUnderway: rules, problem: wish.contactsFaults(query).text)
        let page = AdContactsPage(frame, context.paths, matter)
        return try pages.show(page, in: frame)
    }

    private func report(_ wish: AdReportWish, _ context: AccountContext) async throws -> AdReport {
        try await wish.report(crm.reports, for: context.account, now: now())
    }
}

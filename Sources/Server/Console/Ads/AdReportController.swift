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
        let wish = wish(request)
        do {
            let report = try await report(wish, context)
            return try pages.show(AdReportPage(frame, context.paths, report, wish), in: frame)
        } catch ReportProblem.notReady(let share) {
            return try pages.show(
                ReportWaitingPage(frame, share: share), in: frame, status: .serviceUnavailable)
        }
    }

    /// `GET /a/<account>/reports/google-ads.csv`: every row of the level.
    func export(_ request: Request, _ context: AccountContext) async throws -> Response {
        var wish = wish(request)
        wish.limit = .max
        let csv = AdReportCSV.text(try await Self.answering { try await report(wish, context) })
        try await crm.audit.note(context.account.id, .reportsExported, by: context.actor, at: now())
        return .csv(csv, named: "\(platform.rawValue)-ads")
    }

    /// `GET /a/<account>/reports/google-ads/contacts`: who stands behind a figure.
    func contacts(_ request: Request, _ context: AccountContext) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let query = FormBody(request.uri.query ?? "")
        let wish = AdReportWish(platform, query, deepest: AdReportRequest.deepest + 1)
        var asked = try await wish.request(crm.reports, for: context.account, now: now())
        asked.path = []
        let figure = query.text("figure").flatMap(AdFigure.init) ?? .contacts
        let found = try await Self.answering { [asked] in
            try await crm.reports.contacts(
                behind: figure, wish.path, of: asked, for: context.account,
                after: query.text("after").flatMap { AdContacts.Place(text: $0) }, limit: Self.pageSize)
        }
        let page = AdContactsPage(
            frame, context.paths, wish, figure, found, days: asked.days,
            contacts: try await crm.contacts.details(context.account.id, found.ids),
            isFirstPage: query.text("after") == nil)
        return try pages.show(page, in: frame)
    }

    /// What cannot wait for the figures on a page that comes back by itself.
    private static func answering<Answer>(_ work: () async throws -> Answer) async throws -> Answer {
        do {
            return try await work()
        } catch ReportProblem.notReady {
            throw HTTPError(.serviceUnavailable)
        }
    }

    private func wish(_ request: Request) -> AdReportWish { AdReportWish(platform, FormBody(request.uri.query ?? "")) }

    private func report(_ wish: AdReportWish, _ context: AccountContext) async throws -> AdReport {
        let request = try await wish.request(crm.reports, for: context.account, now: now())
        return try await crm.reports.ads(request, for: context.account)
    }
}

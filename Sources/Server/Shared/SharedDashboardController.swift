import CRM
import HTTPTypes
import Hummingbird

/// `/d/<secret>`: a dashboard for people without a sign-in.
///
/// They see figures and nothing else: no navigation, no names of contacts, nothing that leads on. Whatever is wrong with
/// the address, the answer is the same.
struct SharedDashboardController: Sendable {
    let crm: CRM
    let templates: Templates
    let now: @Sendable () -> Milliseconds

    static func path(_ secret: String) -> String { "/d/" + secret }

    private var desk: DashboardDesk { DashboardDesk(crm: crm, now: now) }

    /// `GET /d/<secret>`
    func page(_ request: Request, _ context: WebContext) async throws -> Response {
        let (shared, secret) = try await shared(context)
        let choice = PeriodChoice(FormBody(request.uri.query ?? ""), usual: shared.dashboard.period)
        let reading = try await desk.reading(
            shared.dashboard.widgets, over: choice, of: shared.account, to: .outsiders,
            WidgetAddresses(root: Self.path(secret) + "/widgets"))
        let page = SharedDashboardPage(
            shared, choice, reading, action: Self.path(secret), theme: Theme(request), now: now())
        return Self.hidden(try templates.page(SharedDashboardPage.template, page))
    }

    /// `GET /d/<secret>/widgets/<widget>/table.csv`
    func csv(_ request: Request, _ context: WebContext) async throws -> Response {
        let (shared, _) = try await shared(context)
        return try await Self.file {
            try WidgetFiles.csv(try await answer(request, context, shared), try await desk.words(shared.account))
        }
    }

    /// `GET /d/<secret>/widgets/<widget>/chart.svg`
    func svg(_ request: Request, _ context: WebContext) async throws -> Response {
        let (shared, _) = try await shared(context)
        return try await Self.file {
            try WidgetFiles.svg(try await answer(request, context, shared), try await desk.words(shared.account))
        }
    }

    private func shared(_ context: WebContext) async throws -> (SharedDashboard, String) {
        guard let secret = context.parameters.get("secret"),
            let shared = try await crm.dashboards.shared(secret, now: now())
        else { throw HTTPError(.notFound) }
        return (shared, secret)
    }

    private func answer(
        _ request: Request, _ context: WebContext, _ shared: SharedDashboard
    ) async throws -> WidgetAnswer? {
        try await desk.answer(
            try shared.dashboard.widget(WidgetID(rawValue: context.parameters.get("widget") ?? "")),
            over: PeriodChoice(FormBody(request.uri.query ?? ""), usual: shared.dashboard.period),
            of: shared.account, to: .outsiders)
    }

    private static func file(_ work: () async throws -> Response) async throws -> Response {
        do {
            return hidden(try await work())
        } catch is NotFound {
            throw HTTPError(.notFound)
        }
    }

    /// The address is the key: it goes into no search engine, and to no other website.
    private static func hidden(_ response: Response) -> Response {
        var response = response
        response.headers[.robots] = "noindex, nofollow"
        response.headers[.referrerPolicy] = "no-referrer"
        response.headers[.cacheControl] = "no-store"
        return response
    }
}

extension HTTPField.Name {
    fileprivate static let robots = known("X-Robots-Tag")
}

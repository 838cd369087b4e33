import CRM
import HTTPTypes
import Hummingbird

/// `/d/<secret>`: a dashboard for people without a sign-in.
///
/// They see figures and nothing else: no navigation, no names of contacts, nothing that leads on. Whatever is wrong with
/// the address, the answer is the same.
struct SharedDashboardController: Sendable {
    let crm: CRM
    let settings: ServerSettings
    let limits: RateLimits
    let templates: Templates
    let now: @Sendable () -> Milliseconds

    private var desk: DashboardDesk { DashboardDesk(crm: crm, now: now) }

    /// What one network may take in a minute: several people of one office look at dashboards on their walls.
    private static let most = 240
    /// An address that leads nowhere is worth many that do: whoever tries addresses out has few tries.
    private static let wrongCosts = 24

    /// `GET /d/<secret>`
    func page(_ request: Request, _ context: WebContext) async throws -> Response {
        try await sharing(request, context) { shared, secret in
            let choice = PeriodChoice(FormBody(request.uri.query ?? ""), usual: shared.dashboard.period)
            let reading = try await desk.reading(
                shared.dashboard.widgets, over: choice, of: shared.account, to: .outsiders,
                WidgetAddresses(root: SharedAddress.path(secret) + "/widgets"))
            let page = SharedDashboardPage(
                shared, choice, reading, action: SharedAddress.path(secret), theme: Theme(request), now: now())
            return try templates.page(SharedDashboardPage.template, page)
        }
    }

    /// `GET /d/<secret>/widgets/<widget>/table.csv`
    func csv(_ request: Request, _ context: WebContext) async throws -> Response {
        try await sharing(request, context) { shared, _ in
            try WidgetFiles.csv(
                try await answer(request, context, shared), try await desk.words(shared.account), of: shared.account)
        }
    }

    /// `GET /d/<secret>/widgets/<widget>/chart.svg`
    func svg(_ request: Request, _ context: WebContext) async throws -> Response {
        try await sharing(request, context) { shared, _ in
            try WidgetFiles.svg(
                try await answer(request, context, shared), try await desk.words(shared.account), of: shared.account)
        }
    }

    /// Answers for an address that leads to a dashboard, as long as its caller's network does not ask too much.
    private func sharing(
        _ request: Request, _ context: WebContext, _ work: (SharedDashboard, String) async throws -> Response
    ) async throws -> Response {
        let network = ClientNetwork(context.clientAddress(of: request, settings.trustedProxies))
        let now = now()
        let allowance = limits.take(.sharedDashboards(network), most: Self.most, per: .minute, now: now)
        guard allowance.isAllowed else {
            var refusal = refused(
                .tooManyRequests, "Too many requests", "Wait a moment and try again.", request, context)
            refusal.headers[.retryAfter] = "\(allowance.seconds)"
            return refusal
        }
        guard let secret = context.parameters.get("secret"),
            let shared = try await crm.dashboards.shared(secret, now: now)
        else {
            _ = limits.take(
                .sharedDashboards(network), Self.wrongCosts - 1, most: Self.most, per: .minute, now: now)
            return nowhere(request, context)
        }
        do {
            return SharedAddress.hidden(try await work(shared, secret))
        } catch is NotFound {
            return nowhere(request, context)
        }
    }

    /// The one answer for an address that expired, was revoked, or never was.
    private func nowhere(_ request: Request, _ context: WebContext) -> Response {
        refused(
            .notFound, "There is nothing here",
            "This link has expired, or it was never valid. Ask whoever sent it to you for a new one.",
            request, context)
    }

    private func refused(
        _ status: HTTPResponse.Status, _ heading: String, _ text: String, _ request: Request, _ context: WebContext
    ) -> Response {
        let page = ErrorPage(outsiders: status, heading: heading, text: text, theme: Theme(request))
        return ErrorAnswers.show(page, status, requestID: context.id, to: request, templates)
    }

    private func answer(
        _ request: Request, _ context: WebContext, _ shared: SharedDashboard
    ) async throws -> WidgetAnswer? {
        try await desk.answer(
            try shared.dashboard.widget(WidgetID(rawValue: context.parameters.get("widget") ?? "")),
            over: PeriodChoice(FormBody(request.uri.query ?? ""), usual: shared.dashboard.period),
            of: shared.account, to: .outsiders)
    }
}

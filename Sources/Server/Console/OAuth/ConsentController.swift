import CRM
import HTTPTypes
import Hummingbird

/// Where an administrator lets an app in.
struct ConsentController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let settings: ServerSettings
    let now: @Sendable () -> Milliseconds

    static let path = "/oauth/chooselocation"

    /// `GET /oauth/chooselocation`
    func page(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let query = request.uri.query ?? ""
        switch try await read(query) {
        case .unknown(let problem): return try await unknown(problem, request, context)
        case .refused(let reply): return answer(reply)
        case .asks(let wish): return try await page(wish, query, request, context)
        }
    }

    /// `POST /oauth/chooselocation`: the form carries what the app asked, and it is read again.
    func decide(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let query = context.form["request"] ?? ""
        switch try await read(query) {
        case .unknown(let problem): return try await unknown(problem, request, context)
        case .refused(let reply): return answer(reply)
        case .asks(let wish):
            guard context.form["decision"] == "allow" else {
                return answer(
                    AuthorizationReply(
                        redirectURI: wish.redirectURI, state: wish.state, outcome: .refused(.accessDenied)))
            }
            guard let accounts = try await accounts(context.form) else {
                return try await page(wish, query, request, context, isEmpty: true)
            }
            let consent = AppConsent(
                app: wish.app.id, user: context.user.id, accounts: accounts, scopes: wish.scopes,
                redirectURI: wish.redirectURI, challenge: wish.challenge)
            let code = try await crm.apps.authorize(consent, now: now())
            return answer(
                AuthorizationReply(redirectURI: wish.redirectURI, state: wish.state, outcome: .code(code)))
        }
    }

    private func read(_ query: String) async throws -> AuthorizationRequest.Reading {
        let query = FormBody(query)
        let id = query.all("client_id").count == 1 ? query["client_id"].map(AppID.init(rawValue:)) : nil
        let app = try await crm.apps.all().first { $0.id == id }
        return AuthorizationRequest.read(query, app)
    }

    /// Nil when none was chosen.
    private func accounts(_ form: FormBody) async throws -> AppConsent.Accounts? {
        if form["where"] == "all" { return .all }
        let named = Set(form.all("accounts"))
        let chosen = try await crm.accounts.all().filter { named.contains($0.locationID) }
        return chosen.isEmpty ? nil : .chosen(chosen.map(\.id))
    }

    private func page(
        _ wish: AuthorizationRequest, _ query: String, _ request: Request, _ context: SignedInContext,
        isEmpty: Bool = false
    ) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let page = ConsentPage(frame, wish, query: query, chosen: Set(context.form.all("accounts")), isEmpty: isEmpty)
        var response = try pages.show(page, in: frame, status: isEmpty ? .unprocessableContent : .ok)
        // The answer to the form leads to the app, which a browser takes for a part of the form's action.
        response.headers[.contentSecurityPolicy] = SecurityHeaders.contentPolicy(
            formsTo: AuthorizationReply.place(of: wish.redirectURI))
        return response
    }

    private func unknown(
        _ problem: AuthorizationRequest.Problem, _ request: Request, _ context: SignedInContext
    ) async throws -> Response {
        let frame = try await pages.frame(request, context)
        return try pages.show(ConsentProblemPage(problem, frame), in: frame, status: .badRequest)
    }

    private func answer(_ reply: AuthorizationReply) -> Response {
        Response(
            status: .seeOther,
            headers: [
                .location: reply.address(issuer: settings.publicURL), .cacheControl: "no-store",
                .referrerPolicy: "no-referrer",
            ])
    }
}

import CRM
import HTTPTypes
import Hummingbird

/// Lets programs in by their token, counts their requests, and gives every refusal the API's shape.
struct APIDoor: Sendable {
    let crm: CRM
    let settings: ServerSettings
    let limits: RateLimits
    let now: @Sendable () -> Milliseconds

    private static let interval: Milliseconds = 10 * .second

    /// Who asks, and of which account.
    struct Caller: Sendable {
        let account: Account
        let token: Token
    }

    /// Answers for a token that has the scope; the answer carries what is left of the token's limits.
    func answer(
        _ scope: Token.Scope, _ request: Request, _ context: WebContext,
        _ work: (Caller) async throws -> Response
    ) async throws -> Response {
        var left: HTTPFields = [:]
        do {
            let token = try await token(of: request)
            left = try take(token)
            guard token.scopes.contains(scope) else { throw APIError.missingScope }
            var response = try await work(Caller(account: try await crm.accounts.account(token.account), token: token))
            response.headers.append(contentsOf: left)
            return response
        } catch let refusal as Refusal {
            return try Self.response(to: refusal.error, left: refusal.left, context)
        } catch let error as APIError {
            return try Self.response(to: error, left: left, context)
        } catch NotFound.contact {
            return try Self.response(to: .notFound, left: left, context)
        } catch let error as InvalidField {
            return try Self.response(to: .invalid([error.message]), left: left, context)
        }
    }

    /// The same for an address that names its location.
    func answer(
        _ scope: Token.Scope, at context: WebContext, _ request: Request, _ work: (Caller) async throws -> Response
    ) async throws -> Response {
        try await answer(scope, request, context) { caller in
            try caller.checkLocation(context.parameters.get("location"))
            return try await work(caller)
        }
    }

    private func token(of request: Request) async throws -> Token {
        let scheme = "Bearer "
        guard let text = request.headers[.authorization], text.lowercased().hasPrefix(scheme.lowercased()) else {
            throw APIError.invalidToken
        }
        let secret = text.dropFirst(scheme.count).trimmingCharacters(in: .whitespaces)
        guard let token = try await crm.tokens.token(secret: secret, now: now()) else { throw APIError.invalidToken }
        return token
    }

    /// A refusal that already knows what is left.
    private struct Refusal: Error {
        let error: APIError
        let left: HTTPFields
    }

    private func take(_ token: Token) throws -> HTTPFields {
        let now = now()
        let burst = limits.take(.apiBurst(token.id), most: settings.apiBurstLimit, per: Self.interval, now: now)
        let daily = limits.take(.apiDay(token.id), most: settings.apiDailyLimit, per: .day, now: now)
        let left: HTTPFields = [
            .rateLimitMax: "\(settings.apiBurstLimit)", .rateLimitRemaining: "\(burst.remaining)",
            .rateLimitInterval: "\(Self.interval)", .rateLimitDaily: "\(settings.apiDailyLimit)",
            .rateLimitDailyRemaining: "\(daily.remaining)",
        ]
        guard burst.isAllowed, daily.isAllowed else {
            let seconds = daily.isAllowed ? burst.seconds : daily.seconds
            throw Refusal(error: .tooManyRequests(seconds: seconds), left: left)
        }
        return left
    }

    private static func response(to error: APIError, left: HTTPFields, _ context: WebContext) throws -> Response {
        var response = try Response.json(error.body(traceID: context.id), status: error.status)
        response.headers.append(contentsOf: left)
        if case .tooManyRequests(let seconds) = error { response.headers[.retryAfter] = "\(seconds)" }
        if error == .invalidToken { response.headers[.wwwAuthenticate] = "Bearer" }
        return response
    }
}

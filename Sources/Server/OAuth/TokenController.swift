import CRM
import Hummingbird

/// Gives apps their tokens and takes them back.
struct TokenController: Sendable {
    let crm: CRM
    let settings: ServerSettings
    let limits: RateLimits
    let now: @Sendable () -> Milliseconds

    /// Requests that one address may make in a minute.
    private static let most = 120

    /// `POST /oauth/token`
    func token(_ request: Request, _ context: WebContext) async throws -> Response {
        try await answering(request, context) { form in
            let credentials = try form.credentials
            let result: Result<IssuedTokens, TokenRefusal>
            switch form["grant_type"] {
            case "authorization_code":
                guard let code = form["code"] else { throw OAuthError.invalidRequest("code is missing") }
                result = try await crm.apps.exchange(
                    code: code, redirectURI: form["redirect_uri"], verifier: form["code_verifier"], by: credentials,
                    now: now())
            case "refresh_token":
                guard let token = form["refresh_token"] else {
                    throw OAuthError.invalidRequest("refresh_token is missing")
                }
                result = try await crm.apps.refresh(token, by: credentials, now: now())
            case nil: throw OAuthError.invalidRequest("grant_type is missing")
            default: throw OAuthError.unsupportedGrant
            }
            switch result {
            case .success(let tokens): return try .json(WireIssuedTokens(tokens))
            case .failure(let refusal): throw OAuthError.refused(refusal)
            }
        }
    }

    /// `POST /oauth/revoke` (RFC 7009)
    func revoke(_ request: Request, _ context: WebContext) async throws -> Response {
        try await answering(request, context) { form in
            guard let token = form["token"] else { throw OAuthError.invalidRequest("token is missing") }
            guard try await crm.apps.revoke(token, by: try form.credentials, now: now()) else {
                throw OAuthError.invalidClient
            }
            return Response(status: .ok, headers: [.cacheControl: "no-store"])
        }
    }

    private func answering(
        _ request: Request, _ context: WebContext, _ work: (OAuthForm) async throws -> Response
    ) async throws -> Response {
        do {
            let client = ClientNetwork(context.clientAddress(of: request, settings.trustedProxies))
            let allowance = limits.take(.appTokens(client), most: Self.most, per: .minute, now: now())
            guard allowance.isAllowed else { throw OAuthError.tooManyRequests(seconds: allowance.seconds) }
            return try await work(try await OAuthForm(request))
        } catch let error as OAuthError {
            return try error.response
        }
    }
}

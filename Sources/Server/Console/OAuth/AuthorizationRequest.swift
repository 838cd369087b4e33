import CRM
import Foundation

/// What an app asks for when it sends a browser to the consent page (RFC 6749, section 4.1.1).
struct AuthorizationRequest: Sendable {
    let app: OAuthApp
    let redirectURI: String
    let scopes: Set<Token.Scope>
    let state: String?
    let challenge: String?

    /// What came of reading one.
    enum Reading {
        case asks(AuthorizationRequest)
        /// The app is told: its own address is known to be its own.
        case refused(AuthorizationReply)
        /// The person is told: where the browser would be sent to is nobody's known address.
        case unknown(Problem)
    }

    enum Problem {
        case app, redirectURI
    }

    /// - Parameter app: the one that `client_id` names; nil for none.
    static func read(_ query: FormBody, _ app: OAuthApp?) -> Reading {
        guard let app else { return .unknown(.app) }
        guard let redirectURI = redirectURI(query, app) else { return .unknown(.redirectURI) }
        let state = query["state"].flatMap { $0.isEmpty ? nil : $0 }
        func refused(_ code: AuthorizationReply.Refusal) -> Reading {
            .refused(AuthorizationReply(redirectURI: redirectURI, state: state, outcome: .refused(code)))
        }
        guard names.allSatisfy({ query.all($0).count <= 1 }) else { return refused(.invalidRequest) }
        guard query["response_type"] == "code" else { return refused(.unsupportedResponseType) }
        let wanted = query["scope"].flatMap(\.nonBlank).map(Token.Scope.read) ?? app.scopes
        let scopes = wanted.intersection(app.scopes)
        guard !scopes.isEmpty else { return refused(.invalidScope) }
        let challenge = query["code_challenge"].flatMap { $0.isEmpty ? nil : $0 }
        guard isSound(challenge, query["code_challenge_method"], app) else { return refused(.invalidRequest) }
        return .asks(
            AuthorizationRequest(
                app: app, redirectURI: redirectURI, scopes: scopes, state: state, challenge: challenge))
    }

    private static let names = [
        "response_type", "client_id", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method",
    ]

    /// To the letter one of those that the app was registered with; an app with a single one need not name it.
    private static func redirectURI(_ query: FormBody, _ app: OAuthApp) -> String? {
        guard let named = query["redirect_uri"], !named.isEmpty else {
            return app.redirectURIs.count == 1 ? app.redirectURIs.first : nil
        }
        return query.all("redirect_uri").count == 1 && app.redirectURIs.contains(named) ? named : nil
    }

    /// An app without a secret needs a challenge; `plain` proves nothing and is refused.
    private static func isSound(_ challenge: String?, _ method: String?, _ app: OAuthApp) -> Bool {
        guard let challenge else { return app.isConfidential && (method ?? "").isEmpty }
        return method == "S256" && challenge.utf8.count == 43
            && challenge.utf8.allSatisfy { byte in
                Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            }
    }
}

/// What the browser brings back to the app.
struct AuthorizationReply: Sendable {
    let redirectURI: String
    let state: String?
    let outcome: Outcome

    enum Outcome: Sendable {
        case code(String)
        case refused(Refusal)
    }

    enum Refusal: String, Sendable {
        case invalidRequest = "invalid_request"
        case unsupportedResponseType = "unsupported_response_type"
        case invalidScope = "invalid_scope"
        case accessDenied = "access_denied"
    }

    /// The address with the answer; `iss` says whose answer it is (RFC 9207).
    func address(issuer: PublicURL) -> String {
        var path = ConsolePath("")
        switch outcome {
        case .code(let code): path = path.with("code", code)
        case .refused(let refusal): path = path.with("error", refusal.rawValue)
        }
        let query = path.with("state", state).with("iss", issuer.text).text.dropFirst()
        return redirectURI + (redirectURI.contains("?") ? "&" : "?") + query
    }

    /// What a page's content policy calls the place that its form leads to.
    static func place(of redirectURI: String) -> String {
        guard let parts = URLComponents(string: redirectURI), let scheme = parts.scheme else { return "'none'" }
        guard let host = parts.host, scheme == "https" || scheme == "http" else { return scheme + ":" }
        let name = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
        return "\(scheme)://\(name)\(parts.port.map { ":\($0)" } ?? "")"
    }
}

import CRM
import HTTPTypes
import Hummingbird

/// Why an app is refused a token, in the words and the shape of RFC 6749, section 5.2.
enum OAuthError: Error, Equatable {
    case invalidRequest(String)
    case invalidClient
    case refused(TokenRefusal)
    case unsupportedGrant
    case tooManyRequests(seconds: Int)

    // The names are those of the wire.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    private struct Body: Encodable {
        let error: String
        let error_description: String
    }

    var response: Response {
        get throws {
            var response = try Response.json(Body(error: code, error_description: text), status: status)
            if case .tooManyRequests(let seconds) = self { response.headers[.retryAfter] = "\(seconds)" }
            if status == .unauthorized { response.headers[.wwwAuthenticate] = "Basic realm=\"Headwater\"" }
            return response
        }
    }

    private var code: String {
        switch self {
        case .invalidRequest: "invalid_request"
        case .invalidClient: TokenRefusal.invalidClient.code
        case .refused(let refusal): refusal.code
        case .unsupportedGrant: "unsupported_grant_type"
        case .tooManyRequests: "temporarily_unavailable"
        }
    }

    private var status: HTTPResponse.Status {
        switch self {
        case .invalidClient, .refused(.invalidClient): .unauthorized
        case .tooManyRequests: .tooManyRequests
        case .invalidRequest, .refused, .unsupportedGrant: .badRequest
        }
    }

    private var text: String {
        switch self {
        case .invalidRequest(let text): text
        case .invalidClient, .refused(.invalidClient): "The client id and secret do not belong together"
        case .refused(.invalidGrant): "The code or refresh token is not good, or no more"
        case .refused(.unauthorizedClient): "Only an app's own agency token may ask for this"
        case .unsupportedGrant: "grant_type must be authorization_code or refresh_token"
        case .tooManyRequests: "Too many requests: wait for as many seconds as Retry-After says"
        }
    }
}

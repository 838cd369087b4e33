import HTTPTypes

/// A refusal as an API client reads it.
enum APIError: Error, Equatable {
    case invalidToken
    case tooManyRequests(seconds: Int)
    case missingScope
    case foreignLocation
    case notJSON
    case tooLarge
    case notFound
    /// Something else than a contact is not there: the text says what.
    case missing(String)
    /// What is asked does not go with how things stand.
    case conflict(String)
    /// Each text begins with the name of a field.
    case invalid([String])
    case duplicate(contactID: String, name: String, matchingField: String)
    /// A body or a parameter that makes no sense, beyond one field.
    case badRequest(String)
    /// An address that clients know, for something that Headwater has not: the text says what.
    case notBuilt(String)
    /// What is being made ready, and can be asked for again in a moment: the text says what.
    case notReady(String)

    var status: HTTPResponse.Status {
        switch self {
        case .invalidToken: .unauthorized
        case .tooManyRequests: .tooManyRequests
        case .missingScope, .foreignLocation: .forbidden
        case .notJSON, .duplicate, .badRequest: .badRequest
        case .tooLarge: .contentTooLarge
        case .notFound, .missing: .notFound
        case .conflict: .conflict
        case .invalid: .unprocessableContent
        case .notBuilt: .notImplemented
        case .notReady: .serviceUnavailable
        }
    }

    func body(traceID: String) -> APIErrorBody {
        var body = APIErrorBody(
            statusCode: status.code, message: .text(text), error: name, traceId: traceID, meta: nil)
        switch self {
        case .invalid(let problems):
            body.message = .list(problems)
        case .duplicate(let contactID, let name, let matchingField):
            body.meta = .init(contactId: contactID, contactName: name, matchingField: matchingField)
        default: break
        }
        return body
    }

    /// The status in words; 422 keeps the name that it had before RFC 9110, because clients compare it.
    private var name: String {
        if case .invalid = self { "Unprocessable Entity" } else { status.reasonPhrase }
    }

    private var text: String {
        switch self {
        case .invalidToken: "Invalid token: access token is invalid"
        case .tooManyRequests: "Too many requests: wait for as many seconds as Retry-After says"
        case .missingScope: "The token does not have the scope for this request"
        case .foreignLocation: "The token does not have access to this location"
        case .notJSON: "The body is not JSON"
        case .tooLarge: "The body is too large"
        case .notFound: "Contact not found"
        case .missing(let text), .conflict(let text), .badRequest(let text), .notBuilt(let text), .notReady(let text):
            text
        case .invalid: "Unprocessable Entity"
        case .duplicate: "This location does not allow duplicated contacts."
        }
    }
}

/// The body of a refusal.
struct APIErrorBody: Encodable {
    let statusCode: Int
    var message: Message
    let error: String
    /// The id under which the request is in the log.
    let traceId: String
    var meta: Duplicate?

    enum Message: Encodable {
        case text(String)
        case list([String])

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .list(let texts): try container.encode(texts)
            }
        }
    }

    struct Duplicate: Encodable {
        let contactId: String
        let contactName: String
        let matchingField: String
    }
}

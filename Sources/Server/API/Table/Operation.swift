import CRM
import HTTPTypes
import Hummingbird

/// One address of the API: what it is called, who may call it, what it takes and answers, and who answers.
///
/// The router and `/openapi.json` are made of the same values, so that what is documented is what is served.
struct Operation: Sendable {
    let method: HTTPRequest.Method
    /// From the root, with its parameters in braces: `/contacts/{contactId}/notes`.
    let path: String
    /// The `operationId`, as HighLevel's public files have it where they have the address.
    let name: String
    let section: APISection
    /// One line that says what it does.
    let summary: String
    let scope: Token.Scope
    var query: [APIParameter] = []
    var body: Body = .none
    /// What it answers when all goes well, and what only this operation answers; the usual refusals go without saying.
    let answers: [Answer]
    let work: Work

    /// What is sent along.
    enum Body: Sendable {
        case none
        /// A JSON object of that shape: it is checked before anyone works on it.
        case object(JSONSchema)
        /// A JSON object, shown as that shape, whose fields the operation checks by itself.
        case freeObject(JSONSchema)
        /// Bytes that the operation reads by itself, shown as that shape; at most so many.
        case document(JSONSchema, longest: Int)
        /// A CSV file, which the operation reads by itself; at most so many bytes.
        case csv(longest: Int)
    }

    struct Answer: Sendable {
        let status: HTTPResponse.Status
        /// Nil for an answer without a body.
        let schema: JSONSchema?
        let note: String
        var mediaType = "application/json"

        /// A table as text, a line for each row.
        static func csv(_ note: String) -> Answer {
            Answer(status: .ok, schema: .string, note: note, mediaType: "text/csv")
        }

        static func ok(_ schema: JSONSchema, _ note: String = "Done") -> Answer {
            Answer(status: .ok, schema: schema, note: note)
        }

        static func created(_ schema: JSONSchema, _ note: String = "Created") -> Answer {
            Answer(status: .created, schema: schema, note: note)
        }

        /// A refusal in the API's usual shape.
        static func refusal(_ status: HTTPResponse.Status, _ note: String) -> Answer {
            Answer(status: status, schema: .refusal, note: note)
        }

        /// For what HighLevel's API has and Headwater has not.
        static let notBuilt = refusal(.notImplemented, "Not a part of Headwater yet")
    }

    /// Who answers.
    enum Work: Sendable {
        /// About one account.
        case account(@Sendable (APICall) async throws -> Response)
        /// About the agency: no account is asked for.
        case agency(@Sendable (AgencyCall) async throws -> Response)
        /// About every account that the token opens, be it one: the work looks at that.
        case reach(@Sendable (AgencyCall) async throws -> Response)
    }
}

extension Operation {
    /// An operation on an account.
    static func on(
        _ method: HTTPRequest.Method, _ path: String, _ name: String, _ section: APISection, _ summary: String,
        _ scope: Token.Scope, query: [APIParameter] = [], body: Body = .none, answers: [Answer],
        work: @escaping @Sendable (APICall) async throws -> Response
    ) -> Operation {
        Operation(
            method: method, path: path, name: name, section: section, summary: summary, scope: scope, query: query,
            body: body, answers: answers, work: .account(work))
    }

    /// An address that clients know and that does nothing here: it says so.
    static func notBuilt(
        _ method: HTTPRequest.Method, _ path: String, _ name: String, _ section: APISection, _ summary: String,
        _ scope: Token.Scope, because reason: String
    ) -> Operation {
        on(method, path, name, section, summary, scope, answers: [.notBuilt]) { _ in throw APIError.notBuilt(reason) }
    }

    /// The names in braces, in order.
    var pathParameters: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }

    /// The path as the router spells it.
    var route: RouterPath {
        RouterPath(
            path.split(separator: "/").map { $0.hasPrefix("{") ? ":\($0.dropFirst().dropLast())" : String($0) }
                .joined(separator: "/"))
    }
}

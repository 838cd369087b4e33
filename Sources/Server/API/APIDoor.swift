import CRM
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Lets programs in by their token, counts their requests, checks what they send, and gives every refusal the API's shape.
struct APIDoor: Sendable {
    let crm: CRM
    let settings: ServerSettings
    let limits: RateLimits
    let now: @Sendable () -> Milliseconds

    private static let interval: Milliseconds = 10 * .second
    /// The longest body that is read where an operation says nothing else.
    private static let longestBody = 1 << 20

    /// Answers for a token that has the operation's scope; the answer carries what is left of the token's limits.
    func answer(_ operation: Operation, _ request: Request, _ context: WebContext) async throws -> Response {
        var left: HTTPFields = [:]
        do {
            let token = try await token(of: request)
            left = try take(token)
            guard token.scopes.contains(operation.scope) else { throw APIError.missingScope }
            var response = try await answer(operation, token, request, context)
            response.headers.append(contentsOf: left)
            return response
        } catch let refusal as Refusal {
            return try Self.response(to: refusal.error, left: refusal.left, context)
        } catch let error as APIError {
            return try Self.response(to: error, left: left, context)
        } catch let absent as NotFound {
            return try Self.response(to: .missing(absent.apiText), left: left, context)
        } catch let error as InvalidField {
            return try Self.response(to: .invalid([error.message]), left: left, context)
        }
    }

    /// Whose account it is comes first: what is wrong with a request is none of a stranger's business.
    private func answer(
        _ operation: Operation, _ token: Token, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        switch operation.work {
        case .account(let work):
            let accounts = APIAccount(crm: crm, token: token)
            let named = try await accounts.account(IncomingCall.named(request, context))
            let incoming = try await incoming(operation, request, context)
            let account = try await accounts.account(incoming, named)
            return try await work(APICall(account: account, token: token, incoming: incoming))
        case .agency(let work):
            // Who opens some accounts alone learns nothing of the others; what apps ask about themselves looks at that.
            guard token.reach == .agency || operation.section == .access && token.account == nil else {
                throw APIError.foreignLocation
            }
            let incoming = try await incoming(operation, request, context)
            return try await work(AgencyCall(token: token, incoming: incoming))
        case .reach(let work):
            _ = try await APIAccount(crm: crm, token: token).account(IncomingCall.named(request, context))
            let incoming = try await incoming(operation, request, context)
            return try await work(AgencyCall(token: token, incoming: incoming))
        }
    }

    /// Reads a request as the operation wants it.
    private func incoming(
        _ operation: Operation, _ request: Request, _ context: WebContext
    ) async throws -> IncomingCall {
        // A query is written like the body of a form.
        let query = FormBody(request.uri.query ?? "")
        var body = WireValue.null
        var bytes: [UInt8] = []
        var problems = operation.query.flatMap { $0.problems(in: query) }
        switch operation.body {
        case .none: break
        case .object(let schema):
            body = try Self.object(in: try await Self.bytes(request, atMost: Self.longestBody))
            problems += schema.problems(in: body, called: "")
        case .freeObject: body = try Self.object(in: try await Self.bytes(request, atMost: Self.longestBody))
        case .document(_, let longest), .csv(let longest): bytes = try await Self.bytes(request, atMost: longest)
        }
        guard problems.isEmpty else { throw APIError.invalid(problems) }
        return IncomingCall(
            request: request, context: context, version: APIVersion(request), now: now(), query: query, body: body,
            bytes: bytes)
    }

    private static func bytes(_ request: Request, atMost longest: Int) async throws -> [UInt8] {
        do {
            return Array(buffer: try await request.body.collect(upTo: longest))
        } catch let error as any HTTPResponseError where error.status == .contentTooLarge {
            throw APIError.tooLarge
        }
    }

    private static func object(in bytes: [UInt8]) throws(APIError) -> WireValue {
        guard let value = WireReader.read(bytes) else { throw .notJSON }
        guard case .object = value else { throw .invalid(["body must be an object"]) }
        return value
    }

    private func token(of request: Request) async throws -> Token {
        guard let secret = Self.bearer(of: request), let token = try await crm.tokens.token(secret: secret, now: now())
        else { throw APIError.invalidToken }
        return token
    }

    /// The secret that a request carries.
    static func bearer(of request: Request) -> String? {
        let scheme = "Bearer "
        guard let text = request.headers[.authorization], text.lowercased().hasPrefix(scheme.lowercased()) else {
            return nil
        }
        return text.dropFirst(scheme.count).trimmingCharacters(in: .whitespaces)
    }

    /// A refusal that already knows what is left.
    private struct Refusal: Error {
        let error: APIError
        let left: HTTPFields
    }

    private func take(_ token: Token) throws -> HTTPFields {
        let now = now()
        let burst = limits.take(.apiBurst(token.limitKey), most: settings.apiBurstLimit, per: Self.interval, now: now)
        let daily = limits.take(.apiDay(token.limitKey), most: settings.apiDailyLimit, per: .day, now: now)
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
        if case .notReady = error { response.headers[.retryAfter] = "2" }
        if error == .invalidToken { response.headers[.wwwAuthenticate] = "Bearer" }
        return response
    }
}

extension NotFound {
    /// What an API client reads of it.
    fileprivate var apiText: String {
        switch self {
        case .account: "Location not found"
        case .contact: "Contact not found"
        case .conversion: "Submission not found"
        case .field: "Custom field not found"
        case .form: "Form not found"
        case .token: "Token not found"
        case .user: "User not found"
        case .opportunity: "Opportunity not found"
        case .pipeline: "Pipeline not found"
        case .note: "Note not found"
        case .task: "Task not found"
        case .value: "Custom value not found"
        case .tag: "Tag not found"
        case .folder: "Custom field folder not found"
        case .webhook: "Webhook not found"
        case .delivery: "Delivery not found"
        case .app: "App not found"
        case .link: "Link not found"
        case .merge: "Merge not found"
        case .dashboard: "Dashboard not found"
        case .widget: "Widget not found"
        }
    }
}

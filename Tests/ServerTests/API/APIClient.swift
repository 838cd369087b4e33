import CRM
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Server

/// A program that speaks to the API with one token.
struct APIClient: Sendable {
    let client: any TestClientProtocol
    let token: String?

    func get(_ path: String) async throws -> Answer { try await send(.get, path, nil) }

    func post(_ path: String, _ body: [String: Any]) async throws -> Answer {
        try await send(.post, path, try JSONSerialization.data(withJSONObject: body))
    }

    func put(_ path: String, _ body: [String: Any]) async throws -> Answer {
        try await send(.put, path, try JSONSerialization.data(withJSONObject: body))
    }

    func delete(_ path: String) async throws -> Answer { try await send(.delete, path, nil) }

    func send(_ method: HTTPRequest.Method, _ path: String, _ body: Data?) async throws -> Answer {
        var headers: HTTPFields = [.contentType: "application/json"]
        headers[.authorization] = token.map { "Bearer \($0)" }
        let response = try await client.executeRequest(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) })
        let answer = try Answer(response)
        let mismatches = AnswerContract.mismatches(method, path, status: answer.status, body: answer.body)
        #expect(mismatches == [])
        return answer
    }

    /// What the API said.
    struct Answer {
        let status: Int
        let headers: HTTPFields
        /// The whole body, whatever kind of JSON value it is.
        let body: Any
        let json: [String: Any]

        init(_ response: TestResponse) throws {
            status = response.status.code
            headers = response.headers
            body = try JSONSerialization.jsonObject(with: Data(response.body.readableBytesView))
            json = body as? [String: Any] ?? [:]
        }

        /// The value at a path of keys; `NSNull` where it is null, nil where it is not named.
        subscript(path: String) -> Any? {
            path.split(separator: ".").reduce(json as Any?) { value, key in
                if let list = value as? [Any], let index = Int(key) { return index < list.count ? list[index] : nil }
                return (value as? [String: Any])?[String(key)]
            }
        }

        func text(_ path: String) -> String? { self[path] as? String }
        func isNull(_ path: String) -> Bool { self[path] is NSNull }

        var contactID: String { text("contact.id") ?? "" }
        /// The list of a refusal with 422.
        var problems: [String] { self["message"] as? [String] ?? [] }
    }
}

extension TestServer {
    func makeToken(
        _ scopes: Set<Token.Scope> = Set(Token.Scope.allCases), name: String = "Zap"
    ) async throws -> String {
        try await crm.tokens.create(account.id, name: name, scopes: scopes, now: now).secret
    }

    /// Runs `body` with a client that has every scope.
    func api(_ body: @escaping @Sendable (APIClient) async throws -> Void) async throws {
        let token = try await makeToken()
        try await test { try await body(APIClient(client: $0, token: token)) }
    }
}

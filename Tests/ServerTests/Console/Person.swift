import CRM
import Crypto
import Database
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Synchronization
import Testing

@testable import Server

/// Somebody in front of the console: keeps cookies as a browser does and sends forms with the token of the last page.
final class Person: Sendable {
    private let client: any TestClientProtocol
    private let state: Mutex<State>

    private struct State {
        var cookies: [String: String] = [:]
        var token = ""
    }

    /// What the console answered.
    struct Answer: CustomTestStringConvertible {
        let status: Int
        let headers: HTTPFields
        let body: String

        var location: String? { headers[.location] }
        /// A failure shows this and not the whole page.
        var testDescription: String { "\(status), \(body.utf8.count) bytes" }

        func says(_ text: some StringProtocol) -> Bool { body.contains(text) }
    }

    init(_ client: any TestClientProtocol, cookies: [String: String] = [:]) {
        self.client = client
        state = Mutex(State(cookies: cookies))
    }

    var cookies: [String: String] { state.withLock(\.cookies) }
    var token: String { state.withLock(\.token) }

    @discardableResult
    func open(_ path: String) async throws -> Answer {
        try await send(path, .get, body: nil, origin: nil)
    }

    /// Sends a form; `token` stands in for the one of the last page.
    @discardableResult
    func send(
        _ path: String, _ fields: [(String, String)] = [], token: String? = nil, origin: String? = nil
    ) async throws -> Answer {
        let all = [("csrf", token ?? self.token)] + fields
        let body = all.map { "\(ConsolePath.escaped($0))=\(ConsolePath.escaped($1))" }.joined(separator: "&")
        return try await send(path, .post, body: body, origin: origin)
    }

    /// Opens the page that an answer leads to; a place within the page is the browser's own business.
    @discardableResult
    func follow(_ answer: Answer) async throws -> Answer {
        try await open(String((answer.location ?? "/nowhere").prefix { $0 != "#" }))
    }

    private func send(_ path: String, _ method: HTTPRequest.Method, body: String?, origin: String?) async throws
        -> Answer
    {
        var headers: HTTPFields = [.accept: "text/html"]
        headers[.cookie] = cookies.isEmpty ? nil : cookies.map { "\($0)=\($1)" }.joined(separator: "; ")
        headers[.origin] = origin
        if body != nil { headers[.contentType] = "application/x-www-form-urlencoded" }
        let response = try await client.executeRequest(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
        let answer = Answer(
            status: response.status.code, headers: response.headers, body: String(buffer: response.body))
        state.withLock { state in
            for cookie in response.headers[values: .setCookie] {
                let parts = cookie.split(separator: ";")[0].split(
                    separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                let value = String(parts[1])
                state.cookies[String(parts[0])] = value.isEmpty ? nil : value
            }
            if let found = answer.body.firstMatch(of: /name="csrf" value="([^"]*)"/) { state.token = String(found.1) }
        }
        return answer
    }
}

extension TestServer {
    /// Somebody who has signed in already: the sign-in itself has tests of its own, and a password's hash takes its time.
    func person(_ client: any TestClientProtocol, role: User.Role = .admin) async throws -> Person {
        let token = String(repeating: role == .admin ? "A" : "U", count: 43)
        let email = "\(role.rawValue)@clinic.example"
        let now = now
        try await database.write { connection in
            try connection.execute(
                """
                insert into users (id, email, email_key, role, password_hash, created_at)
                values ($1, $1, $1, $2, 'none', $3)
                """, [email, role.rawValue, now])
            try connection.execute(
                """
                insert into console_sessions (token_hash, user_id, csrf_token, created_at, expires_at)
                values ($1, $2, $3, $4, $5)
                """,
                [
                    Array(SHA256.hash(data: Data(token.utf8))), email, "token-of-\(role.rawValue)", now,
                    now + 30 * Milliseconds.day,
                ])
        }
        let person = Person(client, cookies: ["__Host-hw_session": token])
        try await person.open("/accounts")
        return person
    }

    var root: String { "/a/\(account.locationID)" }
}

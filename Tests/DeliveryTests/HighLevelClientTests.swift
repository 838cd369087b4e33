import CRM
import HTTPTypes
import Synchronization
import Testing

@testable import Delivery

/// Requests of an import to a real server on this machine, which is not always well.
@Suite struct HighLevelClientTests {
    private static let token = "pit-not-to-be-told"

    /// The pauses that were asked for, none of which is made.
    private final class Pauses: Sendable {
        private let all = Mutex<[Duration]>([])

        var seconds: [Int64] { all.withLock { $0.map(\.components.seconds) } }

        func note(_ pause: Duration) { all.withLock { $0.append(pause) } }
    }

    private func client(
        _ base: String, _ pauses: Pauses, allowsPrivate: Bool = true, longest: Duration = .seconds(300)
    ) throws -> HighLevelClient {
        var rules = AddressRules()
        rules.allowsPrivate = allowsPrivate
        return try HighLevelClient(base: base, token: Self.token, rules: rules, longest: longest) { pauses.note($0) }
    }

    /// What a request comes to, the client's end included.
    private func get(_ client: HighLevelClient) async throws -> Int {
        let body = await Result { try await client.get("/contacts/", [("locationId", "a+b c"), ("limit", "100")]) }
        await client.shutDown()
        return try body.get().count
    }

    @Test func `what is refused for now is asked for again, as late as the answer says, or later each time`()
        async throws
    {
        let server = Receiver()
        try await server.run { port in
            server.answer(.tooManyRequests, .internalServerError, .serviceUnavailable)
            let pauses = Pauses()
            let count = try await get(try client("http://127.0.0.1:\(port)/", pauses))
            #expect(count > 2_000)
            #expect(pauses.seconds == [600, 2, 4])
            #expect(server.requests.map(\.path) == Array(repeating: "/contacts/", count: 4))
            #expect(server.requests.allSatisfy { $0.header("Authorization") == "Bearer \(Self.token)" })
        }
    }

    @Test func `a server that is never well is given up, and says so without the token`() async throws {
        let server = Receiver()
        try await server.run { port in
            for _ in 0..<20 { server.answer(.badGateway) }
            let pauses = Pauses()
            let error = await #expect(throws: HighLevelFailure.status(502)) {
                _ = try await get(try client("http://127.0.0.1:\(port)", pauses))
            }
            #expect(pauses.seconds == [1, 2, 4, 8, 16, 32, 60])
            #expect(server.requests.count == 8)
            #expect(error.map { "\($0)".contains(Self.token) } == false)
        }
    }

    @Test func `a server that goes silent is left in time, and given up in the end`() async throws {
        let server = Receiver()
        try await server.run { port in
            server.hold()
            let pauses = Pauses()
            await #expect(throws: HighLevelFailure.unreachable(.timedOut)) {
                _ = try await get(try client("http://127.0.0.1:\(port)", pauses, longest: .milliseconds(50)))
            }
            #expect(pauses.seconds.count == 7)
        }
    }

    @Test(arguments: [
        (HTTPResponse.Status.unauthorized, HighLevelFailure.token), (.forbidden, .forbidden), (.notFound, .notThere),
        (.found, .status(302)), (.unprocessableContent, .status(422)),
    ])
    func `what would be answered the same again is not asked for again, and no redirect is followed`(
        status: HTTPResponse.Status, failure: HighLevelFailure
    ) async throws {
        let server = Receiver()
        try await server.run { port in
            server.answer(status)
            let pauses = Pauses()
            await #expect(throws: failure) { _ = try await get(try client("http://127.0.0.1:\(port)", pauses)) }
            #expect(server.requests.count == 1)
            #expect(pauses.seconds.isEmpty)
        }
    }

    @Test func `an address within is not connected to unless that is allowed`() async throws {
        let server = Receiver()
        try await server.run { port in
            let pauses = Pauses()
            await #expect(throws: HighLevelFailure.unreachable(.forbiddenAddress)) {
                _ = try await get(try client("https://localhost:\(port)", pauses, allowsPrivate: false))
            }
            #expect(server.requests.isEmpty && pauses.seconds.isEmpty)
        }
    }

    @Test(arguments: [
        "http://api.example", "ftp://api.example", "", "https://", "https://me:secret@api.example",
        "https://api.example/?a=b", "https://api.example/#a",
    ])
    func `a base that the token must not go to, or that no path fits behind, is none`(base: String) {
        #expect(throws: HighLevelFailure.address) {
            _ = try client(base, Pauses(), allowsPrivate: false)
        }
    }
}

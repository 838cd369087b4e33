import Database
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import NIOHTTP1
import Testing

@testable import Server

/// What a caller is told when something inside goes wrong.
@Suite struct FailureTests {
    private struct Surprise: Error {}

    private func answer(to error: any Error & Sendable) async throws -> (status: Int, retryAfter: String?) {
        let router = Router(context: WebContext.self)
        router.add(middleware: Failures { status, _, _ in Response(status: status) })
        router.get("fails") { _, _ -> Response in throw error }
        return try await Application(router: router).test(.router) { client in
            let response = try await client.executeRequest(uri: "/fails", method: .get, headers: [:], body: nil)
            return (response.status.code, response.headers[.retryAfter])
        }
    }

    @Test(arguments: [DatabaseError.poolExhausted, .connectionLost(reason: ""), .commitUnknown])
    func `a database that is away or overrun is worth another try`(error: DatabaseError) async throws {
        let answer = try await answer(to: error)
        #expect(answer.status == 503)
        #expect(answer.retryAfter == "5")
    }

    @Test func `anything else is a fault of the program`() async throws {
        for error in [Surprise(), DatabaseError.nulCharacter, DatabaseError.invalidURL] as [any Error & Sendable] {
            let answer = try await answer(to: error)
            #expect(answer.status == 500)
            #expect(answer.retryAfter == nil)
        }
    }

    @Test func `a body that its sender cuts off is no fault of the server`() async throws {
        #expect(try await answer(to: HTTPParserError.invalidEOFState).status == 400)
        #expect(try await answer(to: IOError(errnoCode: 104, reason: "read")).status == 400)
    }
}

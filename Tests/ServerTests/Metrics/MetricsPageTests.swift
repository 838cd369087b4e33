import CRM
import HTTPTypes
import HummingbirdTesting
import Telemetry
import Testing

@testable import Server

@Suite("The page of metrics")
struct MetricsPageTests {
    private static let token = "scrape-0123456789abcdef"

    private func server() async throws -> TestServer {
        try await TestServer { $0.metricsToken = MetricsToken(Self.token) }
    }

    private func status(
        of server: TestServer, _ headers: HTTPFields
    ) async throws -> HTTPResponse.Status {
        return try await server.server().application(logger: LogCapture().logger(.critical)).test(.router) { client in
            try await client.executeRequest(uri: "/metrics", method: .get, headers: headers, body: nil).status
        }
    }

    @Test("Whoever is not on this machine and has no token finds nothing there")
    func hidden() async throws {
        let server = try await server()
        #expect(try await status(of: server, [:]) == .notFound)
        #expect(try await status(of: server, [.authorization: "Bearer \(Self.token)x"]) == .notFound)
        #expect(try await status(of: server, [.authorization: "Basic \(Self.token)"]) == .notFound)
        #expect(try await status(of: server, [.authorization: "Bearer "]) == .notFound)
    }

    @Test("A token of the API opens nothing here")
    func apiToken() async throws {
        let server = try await server()
        let secret = try await server.crm.tokens.create(
            server.account.id, name: "key", scopes: Set(Token.Scope.allCases), now: server.now
        ).secret
        #expect(try await status(of: server, [.authorization: "Bearer \(secret)"]) == .notFound)
    }

    @Test("With the token every metric is there, in the format that Prometheus reads")
    func shown() async throws {
        let server = try await server()
        try await server.test { client in
            let answer = try await client.executeRequest(
                uri: "/metrics", method: .get, headers: [.authorization: "bearer \(Self.token)"], body: nil)
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
            let text = String(buffer: answer.body)
            for name in [
                "headwater_events_accepted_total{kind=\"page_view\"} 0",
                "headwater_events_dropped_total{reason=\"overloaded\"} 0",
                "headwater_ingest_commit_seconds_bucket{le=\"+Inf\"} 0", "headwater_ingest_waiting_events 0",
                "headwater_job_failures_total{name=\"retention\"} 0", "process_resident_memory_bytes ",
                "process_cpu_seconds_total ", "process_open_fds ", "process_max_fds ", "process_start_time_seconds ",
                "headwater_build_info{version=\"unknown\",engine=", "headwater_ready{check=\"running\"} 1",
            ] {
                #expect(text.contains("\n" + name), "\(name)")
            }
        }
    }

    @Test("Requests are counted by route, method and class of answer, never by path")
    func requests() async throws {
        let server = try await server()
        let headers: HTTPFields = [.authorization: "Bearer \(Self.token)"]
        try await server.test { client in
            for path in ["/healthz", "/healthz", "/jane.doe@mail.example", "/f/secret-form?email=a@b.example"] {
                _ = try await client.executeRequest(uri: path, method: .get, headers: [:], body: nil)
            }
            let odd = try #require(HTTPRequest.Method("SECRETMETHOD"))
            _ = try await client.executeRequest(uri: "/healthz", method: odd, headers: [:], body: nil)
            let answer = try await client.executeRequest(uri: "/metrics", method: .get, headers: headers, body: nil)
            let text = String(buffer: answer.body)
            let name = "headwater_http_requests_total"
            #expect(text.contains("\(name){route=\"/healthz\",method=\"GET\",status=\"2xx\"} 2\n"))
            #expect(text.contains("\(name){route=\"none\",method=\"GET\",status=\"4xx\"} 1\n"))
            #expect(text.contains("\(name){route=\"/f/{form}\",method=\"GET\",status=\"4xx\"} 1\n"))
            #expect(text.contains("headwater_http_request_seconds_count{route=\"/healthz\",method=\"GET\"} 2\n"))
            for secret in ["jane", "mail.ex", "secret", "SECRET", "b.example"] { #expect(!text.contains(secret)) }
        }
    }

    @Test(
        "A token is 16 to 256 visible characters",
        arguments: [
            ("0123456789abcdef", true), ("0123456789abcde", false), ("0123456789 abcdef", false),
            ("0123456789abcdéf", false), (String(repeating: "x", count: 257), false), ("", false),
        ])
    func tokens(_ text: String, _ isOne: Bool) {
        #expect((MetricsToken(text) != nil) == isOne)
    }
}

import CRM
import Database
import Foundation
import HTTPTypes
import HummingbirdTesting
import Logging
import NIOCore
import Testing

@testable import Server

@Suite("What never reaches the log")
struct PrivacyOfLogsTests {
    private static let secrets = [
        "jane.roe", "mail.example", "+4917012345", "203.0.113.77", "pit-verysecret", "Roebuck", "GCLIDVALUE",
        "EVILAGENT", "PRIVATEPATH",
    ]

    /// Requests that carry all of it wherever a request can.
    private func request(_ client: any TestClientProtocol, _ browser: Browser) async throws {
        var browser = browser
        browser.userAgent = "EVILAGENT\u{9}jane.roe@mail.example"
        let headers: HTTPFields = [
            .userAgent: "EVILAGENT jane.roe@mail.example", .authorization: "Bearer pit-verysecret",
            .cookie: "session=pit-verysecret; name=Roebuck", .referer: "https://mail.example/?q=jane.roe",
            .forwardedFor: "203.0.113.77", .origin: "https://mail.example", .contentType: "text/plain",
        ]
        let paths = [
            "/PRIVATEPATH/jane.roe@mail.example?phone=+4917012345", "/f/PRIVATEPATH?gclid=GCLIDVALUE",
            "/contacts/PRIVATEPATH?email=jane.roe@mail.example", "/t/forms/PRIVATEPATH", "/metrics?jane.roe",
            "/accounts/PRIVATEPATH/contacts", "/t/events?email=jane.roe@mail.example", "/sign-in?next=PRIVATEPATH",
        ]
        for path in paths {
            for method in [HTTPRequest.Method.get, .post, .delete] {
                let body = ByteBuffer(string: "email=jane.roe@mail.example&name=Roebuck\u{0}")
                _ = try await client.executeRequest(uri: path, method: method, headers: headers, body: body)
            }
        }
        let page = "https://clinic.example/PRIVATEPATH?gclid=GCLIDVALUE&email=jane.roe@mail.example"
        let fields = ["email": "jane.roe@mail.example", "phone": "+4917012345", "name": "Roebuck"]
        _ = try await browser.send(browser.pageView(page), browser.form(fields, page: page), to: client)
        _ = try await browser.post(Data("{\"jane.roe@mail.example\":".utf8), to: client)
        browser.trackingID = "jane.roe@mail.example"
        _ = try await browser.send(browser.pageView(page), to: client)
    }

    @Test(
        "Paths, queries, addresses, agents, names and tokens are in no line at any level",
        arguments: [
            Logger.Level.info, .debug, .trace,
        ])
    func requests(_ level: Logger.Level) async throws {
        let server = try await TestServer { $0.limitsRates = true }
        let log = LogCapture()
        let browser = Browser(trackingID: server.account.trackingID)
        try await server.server().application(logger: log.logger(level)).test(.router) { client in
            try await request(client, browser)
        }
        #expect(log.text.contains("request method=GET"))
        for secret in Self.secrets { #expect(!log.text.contains(secret), "\(secret)") }
    }

    @Test("A database that fails quotes nothing of what was sent")
    func failures() async throws {
        let server = try await TestServer()
        let log = LogCapture()
        let browser = Browser(trackingID: server.account.trackingID)
        try await server.database.write { connection in
            try connection.execute("drop table refusals")
            try connection.execute("drop table page_views")
        }
        try await server.server().application(logger: log.logger(.info)).test(.router) { client in
            try await request(client, browser)
        }
        #expect(log.text.contains(" error "))
        for secret in Self.secrets { #expect(!log.text.contains(secret), "\(secret)") }
    }

    @Test("An event that is stored has no line at info; one that is refused has")
    func busyRoutes() async throws {
        let server = try await TestServer()
        let log = LogCapture()
        let browser = Browser(trackingID: server.account.trackingID)
        try await server.server().application(logger: log.logger(.info)).test(.router) { client in
            _ = try await browser.send(browser.pageView("https://clinic.example/"), to: client)
            _ = try await client.executeRequest(uri: "/healthz", method: .get, headers: [:], body: nil)
            #expect(!log.text.contains(" request "))
            _ = try await browser.post(Data("[]".utf8), to: client)
        }
        #expect(log.text.contains("info request method=POST ms="))
        #expect(log.text.contains("route=/t/events status=400\n"))
    }
}

import Attribution
import CRM
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Server

/// A contact's own address of a trigger link, as whoever opens it meets it.
@Suite struct TriggerLinkTests {
    private static let chrome =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36"

    static let scanners: [(method: HTTPRequest.Method, headers: HTTPFields, sign: ClickSign)] = [
        (.head, [:], .head),
        (.get, [.secPurpose: "prefetch;prerender", .userAgent: chrome], .prefetch),
        (.get, [.purpose: "prefetch", .userAgent: chrome], .prefetch),
        (.get, [:], .agent), (.get, [.userAgent: "curl/8.5.0 (x86_64-pc-linux-gnu)"], .agent),
        (.get, [.userAgent: "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"], .agent),
        (.get, [.userAgent: "WhatsApp/2.24.20.89 A like Gecko something"], .agent),
        (.get, [.userAgent: chrome.replacing("Chrome/", with: "HeadlessChrome/")], .headless),
    ]

    private func open(
        _ path: String, _ client: any TestClientProtocol, _ method: HTTPRequest.Method = .get,
        _ headers: HTTPFields = [.userAgent: chrome]
    ) async throws -> TestResponse {
        try await client.executeRequest(uri: path, method: method, headers: headers, body: nil)
    }

    @Test func `a click is sent on to the target with the contact's values, and becomes Latest`() async throws {
        let server = try await TestServer()
        let ann = try await server.makeContact(firstName: "Ann & <Co>")
        let path = try await server.path(to: "https://clinic.example/hi?n={{contact.first_name}}&gclid=G1", for: ann)
        try await server.test { client in
            let answer = try await open(path, client)
            #expect(answer.status == .found)
            #expect(answer.headers[.location] == "https://clinic.example/hi?n=Ann%20%26%20%3CCo%3E&gclid=G1")
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(answer.headers[.setCookie] == nil)
            #expect(answer.body.readableBytes == 0)
        }
        let detail = try await server.crm.contacts.detail(server.account.id, ann)
        #expect(detail.latest?.source == .paidSearch)
        #expect(detail.latest?.record[.userAgent] == Self.chrome)
        #expect(detail.visitors.isEmpty)
    }

    @Test(arguments: TriggerLinkTests.scanners)
    func `a scanner is sent on, written down, and touches nothing`(
        method: HTTPRequest.Method, headers: HTTPFields, sign: ClickSign
    ) async throws {
        let server = try await TestServer()
        let ann = try await server.makeContact()
        let path = try await server.path(to: "https://clinic.example/?gclid=G1", for: ann)
        try await server.test { client in
            let answer = try await open(path, client, method, headers)
            #expect(answer.status == .found)
            #expect(answer.headers[.location] == "https://clinic.example/?gclid=G1")
        }
        #expect(try await server.crm.contacts.detail(server.account.id, ann).latest?.source == .crmUI)
        let touches = try await server.crm.links.touches(server.account.id, ann, now: server.now)
        #expect(touches.map(\.click.sign) == [sign])
    }

    @Test func `without the filter, what asks for headers alone is still no click`() async throws {
        let server = try await TestServer { $0.filtersBots = false }
        let ann = try await server.makeContact()
        let path = try await server.path(to: "https://clinic.example/?gclid=G1", for: ann)
        try await server.test { client in
            _ = try await open(path, client, .head)
            _ = try await open(path, client, .get, [.userAgent: "curl/8.5.0 (x86_64-pc-linux-gnu)"])
        }
        let touches = try await server.crm.links.touches(server.account.id, ann, now: server.now)
        #expect(Set(touches.map(\.click.sign)) == [.head, nil])
    }

    @Test func `an address that was made up leads nowhere`() async throws {
        let server = try await TestServer()
        let ann = try await server.makeContact()
        let path = try await server.path(to: "https://clinic.example/", for: ann)
        try await server.test { client in
            let made = [
                "/l/x", "/l/" + String(repeating: "a", count: 41), path + "0", String(path.dropLast()), path + "%00",
                "/l/%F0%9F%92%A9", "/l/" + String(repeating: "a", count: 5_000), path + "/https://evil.example",
            ]
            for path in made {
                let answer = try await open(path, client)
                #expect(answer.status == .notFound, "\(path)")
                #expect(answer.headers[.location] == nil)
            }
            let page = try await open("/l/x", client, .get, [.accept: "text/html"])
            #expect(String(buffer: page.body).contains("<h1>"))
            #expect(
                try await open(path + "?next=https://evil.example", client).headers[.location]
                    == "https://clinic.example/")
        }
    }

    @Test func `many links of one message within seconds are a program's`() async throws {
        let server = try await TestServer()
        let ann = try await server.makeContact()
        var paths: [String] = []
        for number in 1...4 {
            paths.append(try await server.path(to: "https://clinic.example/\(number)?gclid=G", for: ann))
        }
        let all = paths
        try await server.test { (client: any TestClientProtocol) async throws in
            for path in all {
                #expect(try await open(path, client).status == .found)
                server.advance(by: 700)
            }
        }
        #expect(try await server.crm.contacts.detail(server.account.id, ann).latest?.source == .crmUI)
        let touches = try await server.crm.links.touches(server.account.id, ann, now: server.now)
        #expect(touches.map(\.click.sign) == [.burst, .burst, .burst, .burst])
    }
}

extension TestServer {
    func makeContact(firstName: String = "Ann") async throws -> ContactID {
        var edit = ContactEdit()
        edit.properties = [.firstName: firstName, .email: "ann@example.com"]
        let creation = try await crm.contacts.create(
            account.id, edit, by: .person(email: "owner@clinic.example"), now: now)
        guard case .created(let id) = creation else { throw HTTPError(.conflict) }
        return id
    }

    /// A contact's own address of a new link.
    func path(to target: String, for contact: ContactID) async throws -> String {
        let link = try await crm.links.create(account.id, name: "Link", target: target, by: .command, now: now)
        return Links.path(of: link, for: contact, of: try await crm.accounts.account(account.id))
    }
}

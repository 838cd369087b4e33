import CRM
import Foundation
import HummingbirdTesting

@testable import Server

/// Visits, contacts and a sale for the reports to tell of.
struct ReportStory {
    let server: TestServer
    let client: any TestClientProtocol

    static let hostile = "<img src=x onerror=alert(1)>"

    /// Four visits by four roads, the first three leave a form; the first one comes back by search.
    func everything() async throws {
        let landings = [
            ("https://clinic.example/botox?gclid=Cj0a&utm_source=google&utm_medium=cpc&utm_campaign=Spring", nil),
            ("https://clinic.example/botox?gclid=Cj0b&utm_source=google&utm_medium=cpc&utm_campaign=SPRING", nil),
            (
                "https://clinic.example/offer?gclid=Cj0c&utm_medium=cpc&utm_campaign="
                    + ConsolePath.escaped(Self.hostile), nil
            ),
            ("https://clinic.example/", "https://www.google.com/"),
        ]
        for (number, (landing, referrer)) in landings.enumerated() {
            var browser = Browser(trackingID: server.account.trackingID)
            browser.landing = landing
            browser.referrer = referrer
            _ = try await browser.send(browser.pageView(landing), to: client)
            server.advance(by: .minute)
            guard number < 3 else { continue }
            _ = try await browser.send(
                browser.form(["email": "p\(number)@example.com", "first_name": "=P\(number)"]), to: client)
            guard number == 0 else { continue }
            server.advance(by: .hour)
            browser.session = UUID().uuidString.lowercased()
            browser.landing = "https://clinic.example/laser"
            browser.referrer = "https://www.google.com/"
            _ = try await browser.send(browser.form(["email": "p0@example.com"]), to: client)
        }
        try await refresh()
    }

    /// The newest contact buys.
    func sale(_ api: APIClient) async throws {
        let pipeline = try await server.crm.pipelines.all(server.account.id).first
        let contact = try await server.contact("p0@example.com")
        _ = try await api.post(
            "/opportunities/",
            [
                "pipelineId": pipeline?.id.rawValue ?? "", "name": "Laser", "status": "won", "monetaryValue": 1500.5,
                "contactId": contact?.contact.id.rawValue ?? "", "locationId": server.account.locationID,
            ])
        try await refresh()
    }

    /// As it is right after an upgrade: nothing of what was there before has been counted.
    func begin() async throws {
        try await server.database.write { connection in
            try connection.execute(
                """
                update report_states set ready = $2, place_subject = 'visits', place_at = 0, built_rows = 0
                where account_id = $1
                """, [server.account.id, false])
        }
    }

    func refresh() async throws { try await server.crm.facts.catchUp(now: server.now) }
}

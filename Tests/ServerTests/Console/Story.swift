import CRM
import Foundation
import HummingbirdTesting

@testable import Server

/// What happens at the sample clinic before somebody opens the console: told through the real door, with fixed ids.
struct Story {
    let server: TestServer
    let client: any TestClientProtocol

    static let phone =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 "
        + "Mobile/15E148 Safari/604.1"

    private func browser(_ number: Int, session: Int) -> Browser {
        var browser = Browser(trackingID: server.account.trackingID)
        browser.visitor = Self.uuid(1_000 + number)
        browser.session = Self.uuid(2_000 + session)
        browser.userAgent = Self.phone
        return browser
    }

    /// With sorted keys, so that the fields arrive in one order in every run.
    private func send(_ event: [String: Any], of browser: Browser) async throws {
        let body = try JSONSerialization.data(withJSONObject: ["events": [event]], options: .sortedKeys)
        _ = try await browser.post(body, to: client)
    }

    private static func uuid(_ number: Int) -> String {
        "019a0000-0000-7000-8000-" + String(String(100_000_000_000 + number).prefix(12))
    }

    /// Ana clicks an ad, reads two pages and asks for a consultation; one answer has no place yet.
    func anaComes() async throws {
        var ana = browser(1, session: 1)
        ana.landing = "https://clinic.example/botox?gclid=Cj0abc&utm_source=google&utm_campaign=spring&utm_content=v2"
        ana.referrer = "https://www.google.com/"
        try await send(ana.pageView(ana.landing, event: Self.uuid(1)), of: ana)
        server.advance(by: .minute)
        try await send(ana.pageView("https://clinic.example/contact", event: Self.uuid(2)), of: ana)
        server.advance(by: .minute)
        let fields = [
            "first_name": "Ana", "last_name": "Fernández", "email": "ana@example.com", "phone": "+1 512 555 0101",
            "favourite_colour": "teal",
        ]
        try await send(ana.form(fields, event: Self.uuid(3)), of: ana)
    }

    /// Ana comes back by typing the address and sends the form again.
    func anaComesBack() async throws {
        server.advance(by: 2 * .day)
        let ana = browser(1, session: 9)
        try await send(ana.form(["email": "ana@example.com"], event: Self.uuid(9)), of: ana)
    }

    /// Another browser gives Ana's address, and later one of its own: perhaps not Ana at all.
    func strangerTakesOver() async throws {
        server.advance(by: .day)
        var stranger = browser(2, session: 2)
        stranger.landing = "https://clinic.example/offer"
        stranger.referrer = "https://l.instagram.com/"
        try await send(stranger.pageView(stranger.landing, event: Self.uuid(4)), of: stranger)
        try await send(stranger.form(["email": "ana@example.com"], event: Self.uuid(5)), of: stranger)
        server.advance(by: .hour)
        let fields = ["email": "mallory@example.com", "first_name": "Mallory"]
        try await send(stranger.form(fields, event: Self.uuid(6)), of: stranger)
    }

    /// Ben types the address and leaves his.
    func benComes() async throws {
        server.advance(by: .hour)
        let ben = browser(3, session: 3)
        try await send(ben.form(["email": "ben@example.com", "name": "Ben Ray"], event: Self.uuid(7)), of: ben)
    }

    /// A program fills in the form.
    func robotComes() async throws {
        server.advance(by: .hour)
        var robot = browser(4, session: 4)
        robot.userAgent = "python-requests/2.32"
        let fields = ["email": "robot@example.com", "first_name": "Robot"]
        try await send(robot.form(fields, event: Self.uuid(8)), of: robot)
    }

    /// Links that somebody tagged wrongly bring four visits; the second visitor leaves a form.
    func mistaggedLinksBringVisits() async throws {
        let landings = [
            "offer?utm_souce=adwords", "offer?utm_source=AdWords&fbclid=IwAR0", "offer?utm_souce=adwords",
            "botox?gclid=Cj0abc&utm_campaign=%7Bcampaignname%7D",
        ]
        for (number, landing) in landings.enumerated() {
            server.advance(by: .hour)
            var visitor = browser(20 + number, session: 20 + number)
            visitor.landing = "https://clinic.example/\(landing)"
            try await send(visitor.pageView(visitor.landing, event: Self.uuid(20 + number)), of: visitor)
            guard number == 1 else { continue }
            try await send(visitor.form(["email": "cy@example.com"], event: Self.uuid(30)), of: visitor)
        }
    }

    func everything() async throws {
        try await anaComes()
        try await strangerTakesOver()
        try await benComes()
        try await robotComes()
    }
}

extension TestServer {
    /// The contact with this e-mail address.
    func contact(_ email: String) async throws -> ContactDetail? {
        try await contacts().first { $0.contact.properties[.email] == email }
    }
}

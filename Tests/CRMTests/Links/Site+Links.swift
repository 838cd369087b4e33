import Attribution
import Testing

@testable import CRM

extension Site {
    func link(_ name: String, _ target: String, at moment: Milliseconds = .start) async throws -> TriggerLink {
        try await crm.links.create(account, name: name, target: target, by: .command, now: moment)
    }

    /// What a contact's own address of a link ends with.
    func token(_ link: TriggerLink, _ contact: ContactID) async throws -> String {
        let owner = try await crm.accounts.account(account)
        return String(Links.path(of: link, for: contact, of: owner).dropFirst("/l/".count))
    }

    @discardableResult
    func click(_ link: TriggerLink, _ contact: ContactID, _ arrival: ClickArrival) async throws -> LinkClick? {
        let visit = try #require(try await crm.links.visit(try await token(link, contact)))
        return try await crm.links.record(visit, arrival)
    }
}

extension ClickArrival {
    static let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1"

    static func person(at moment: Milliseconds) -> ClickArrival {
        ClickArrival(sign: nil, browser: BrowserFacts(userAgent: phone, ip: "198.51.100.7"), at: moment)
    }

    static func program(_ sign: ClickSign, at moment: Milliseconds) -> ClickArrival {
        ClickArrival(sign: sign, browser: BrowserFacts(userAgent: "Scanner/1.0"), at: moment)
    }
}

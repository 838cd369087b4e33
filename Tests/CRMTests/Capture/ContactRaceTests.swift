import Attribution
import CRM
import Database
import Testing

/// Two servers that get the same new person at the same moment make one contact of them.
@Suite struct ContactRaceTests {
    private func race(
        at site: Site, times: Int, _ body: @escaping @Sendable (CRM, Int) async throws -> Void
    ) async throws {
        let second = try site.house.second()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<times {
                let crm = number % 2 == 0 ? site.crm : second.crm
                group.addTask { try await body(crm, number) }
            }
            try await group.waitForAll()
        }
        try second.database.close()
    }

    @Test func `fifty submissions of one new address, to two servers at once, make one contact`() async throws {
        let site = try await Site()
        let events = (0..<50).map { number in
            site.visit(site.browser()).form(["email": number % 3 == 0 ? "Ann@Example.com" : "ann@example.com"])
        }
        try await race(at: site, times: events.count) { crm, number in
            _ = try await crm.capture.record([events[number]], now: .on(1))
        }
        #expect(try await site.house.count("contacts") == 1)
        #expect(try await site.house.count("conversions") == 50)
        #expect(try await site.house.count("visitors", where: "contact_id is not null") == 50)
    }

    @Test func `the same event sent to two servers at once is stored once`() async throws {
        let site = try await Site()
        let visitor = site.visit(site.browser())
        let event = visitor.form(["email": "ann@example.com"])
        try await race(at: site, times: 12) { crm, _ in _ = try await crm.capture.record([event], now: .on(1)) }
        #expect(try await site.house.count("conversions") == 1)
        #expect(try await site.house.count("contacts") == 1)
    }

    @Test(arguments: [ContactProperty.email, .phone])
    func `a contact that is made in two places at once is made once`(property: ContactProperty) async throws {
        let site = try await Site()
        let value = property == .email ? "ann@example.com" : "+493012345678"
        try await race(at: site, times: 12) { crm, number in
            _ = try await crm.contacts.create(
                site.account, ContactEdit([property: value]), by: .person(email: "owner@clinic.example"),
                now: .on(1, minute: number))
        }
        #expect(try await site.house.count("contacts") == 1)
    }

    @Test func `an address that is submitted and made by hand at once has one contact`() async throws {
        let site = try await Site()
        let events = (0..<12).map { _ in site.visit(site.browser()).form(["email": "ann@example.com"]) }
        try await race(at: site, times: events.count) { crm, number in
            if number % 3 == 0 {
                _ = try await crm.contacts.create(
                    site.account, ContactEdit([.email: "ann@example.com"]), by: .person(email: "owner@clinic.example"),
                    now: .on(1))
            } else {
                _ = try await crm.capture.record([events[number]], now: .on(1))
            }
        }
        #expect(try await site.house.count("contacts") == 1)
    }

    @Test func `page views of one visitor to two servers at once are all counted`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        let events = (0..<20).map { visit.page("https://clinic.example/\($0)", minute: $0 % 5) }
        try await race(at: site, times: events.count) { crm, number in
            _ = try await crm.capture.record([events[number]], now: .on(1))
        }
        #expect(try await site.house.count("page_views") == 20)
        #expect(try await site.house.count("sessions", where: "page_views = 20") == 1)
    }

    @Test func `accounts made at the same time are different ones`() async throws {
        let site = try await Site()
        try await race(at: site, times: 10) { crm, number in
            _ = try await crm.accounts.create(name: "Clinic \(number)", domains: [], now: .start)
        }
        #expect(try await site.house.count("accounts") == 11)
    }
}

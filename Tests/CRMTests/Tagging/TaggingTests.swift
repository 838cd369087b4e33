import Attribution
import CRM
import Testing

@Suite struct TaggingTests {
    private static let misspelt = "https://clinic.example/offer?utm_souce=adwords"
    private static let capitals = "https://clinic.example/?utm_source=AdWords&utm_campaign=spring"

    @Test func `a fault is counted with its pages, its times and its newest example`() async throws {
        let site = try await Site()
        for day in 1...3 { try await site.come(to: Self.misspelt, on: day) }
        try await site.come(to: "https://clinic.example/facials?gclid=new&utm_souce=b", on: 4)
        try await site.come(to: "https://clinic.example/", on: 5)
        let health = try await site.health(on: 6)
        #expect(health.visits == 5 && health.faultyVisits == 4 && health.lostContacts == 0)
        #expect(health.isCutAt == nil && health.otherFaults == 0)
        let finding = try #require(health.findings.first)
        #expect(health.findings.count == 1)
        #expect(finding.code == .misspeltParameter && finding.found == "utm_souce")
        #expect(finding.suggestion == "utm_source" && finding.visits == 4 && !finding.isLowerBound)
        #expect(finding.firstSeenAt == .on(1) && finding.lastSeenAt == .on(4))
        #expect(finding.pages.map(\.address) == ["clinic.example/offer", "clinic.example/facials"])
        #expect(finding.pages.map(\.visits) == [3, 1] && finding.visitsElsewhere == 0)
        #expect(finding.newest.url == "https://clinic.example/facials?gclid=new&utm_souce=b")
        #expect(finding.newest.corrected?.url == "https://clinic.example/facials?utm_source=b")
    }

    @Test func `what it cost is the contacts that a faulty visit left in Direct or Others, each once`() async throws {
        let site = try await Site()
        try await site.come(to: Self.capitals, on: 1, as: "ann@example.com")
        try await site.come(to: Self.capitals, on: 2, as: "ann@example.com")
        try await site.come(to: Self.capitals, on: 2, as: "ben@example.com")
        try await site.come(to: Self.capitals, on: 3)
        // The same fault behind a referrer: labelled Referrals, so nothing is lost.
        try await site.come(to: Self.capitals, from: "https://blog.example/", on: 3, as: "eve@example.com")
        let health = try await site.health(on: 4)
        let finding = try #require(health.findings.first { $0.code == .capitalLetters })
        #expect(finding.visits == 5 && finding.lostContacts == 2)
        #expect(health.lostContacts == 2 && health.faultyVisits == 5)
        #expect(finding.newest.corrected?.url == "https://clinic.example/?utm_source=adwords&utm_campaign=spring")
    }

    @Test func `what it costs is told by the rules in use, as the faults are`() async throws {
        let site = try await Site()
        try await site.come(to: Self.capitals, on: 1, as: "ann@example.com")
        try await site.come(to: Self.misspelt, on: 2, as: "ben@example.com")
        #expect(try await site.health(on: 4).lostContacts == 2)
        // The locked label of the visit stays; the book in use knows better.
        let offer = OwnRule(
            name: "Offer", conditions: [OwnCondition(.landingPath, .startsWith, "/offer")], source: .paidSearch)
        try await site.publish(offer, at: .on(3))
        let health = try await site.health(on: 4)
        #expect(health.lostContacts == 1 && health.faultyVisits == 2)
        #expect(health.findings.first { $0.code == .misspeltParameter }?.lostContacts == 0)
    }

    @Test func `the dearest comes first, then the most frequent`() async throws {
        let site = try await Site()
        for _ in 1...3 { try await site.come(to: Self.misspelt, on: 1) }
        for _ in 1...2 { try await site.come(to: "https://clinic.example/?utm_medium=%7Badname%7D&gclid=1", on: 1) }
        try await site.come(to: Self.capitals, on: 1, as: "ann@example.com")
        let codes = try await site.health(on: 2).findings.map(\.code)
        #expect(codes == [.capitalLetters, .misspeltParameter, .unfilledPlaceholder])
    }

    @Test func `values that differ in capitals are one fault, and click IDs are one whatever their value`() async throws
    {
        let site = try await Site()
        for value in ["AdWords", "ADWORDS", "Adwords"] {
            try await site.come(to: "https://clinic.example/?utm_source=\(value)", on: 1)
        }
        for click in 1...4 { try await site.come(to: "https://clinic.example/?ttclid=E\(click)", on: 1) }
        let findings = try await site.health(on: 2).findings
        #expect(findings.filter { $0.code == .capitalLetters }.map(\.visits) == [3])
        #expect(findings.filter { $0.code == .uncountedClickID }.map(\.visits) == [4])
        #expect(findings.filter { $0.code == .uncountedClickID }.map(\.found) == ["ttclid"])
    }

    @Test(
        arguments: [
            ("utm_source=AdWords&utm_medium=cpc", [.capitalLetters]),
            ("utm_souce=x&utm_content=y", [.misspeltParameter]),
            ("utm_source=shop&utm_medium=cpc", [.paidMedium]), ("ttclid=1&utm_source=shop", [.uncountedClickID]),
            ("utm_source=%7Bsource%7D", [.unfilledPlaceholder]), ("utm_source=sms&utm_medium=text", [.unknownTag]),
            ("utm_source=sms&utm_term=%7Bkeyword%7D", [.unfilledPlaceholder, .unknownTag]),
            ("utm_source=sms&utm_mediun=text", [.misspeltParameter, .unknownTag]),
        ] as [(String, Set<Note.Code>)])
    func `what another fault of the landing explains is not told twice`(
        query: String, expected: Set<Note.Code>
    ) async throws {
        let site = try await Site()
        try await site.come(to: "https://clinic.example/?\(query)", on: 1)
        #expect(Set(try await site.health(on: 2).findings.map(\.code)) == expected)
    }

    @Test func `the same fault twice in one landing is one visit`() async throws {
        let site = try await Site()
        try await site.come(to: Self.misspelt + "&utm_souce=again", on: 1)
        let health = try await site.health(on: 2)
        #expect(health.findings.map(\.visits) == [1])
    }

    @Test(arguments: [(TaggingPeriod.week, 1), (.month, 2), (.quarter, 3)])
    func `a period ends today and reaches so many days back`(period: TaggingPeriod, visits: Int) async throws {
        let site = try await Site()
        for day in [10, 75, 98] { try await site.come(to: Self.misspelt, on: day) }
        let health = try await site.health(period, on: 100)
        #expect(health.visits == visits && health.findings.map(\.visits) == [visits])
        #expect(health.period == period)
    }

    @Test func `an account sees its own visits alone`() async throws {
        let house = try await House()
        let clinic = try await Site(in: house)
        let bakery = try await Site(in: house, name: "Bakery", domains: ["bakery.example"])
        try await clinic.come(to: Self.misspelt, on: 1, as: "ann@example.com")
        try await bakery.come(to: "https://bakery.example/?utm_source=sms", on: 1, as: "ben@example.com")
        #expect(try await clinic.health(on: 2).findings.map(\.code) == [.misspeltParameter])
        let other = try await bakery.health(on: 2)
        #expect(other.visits == 1 && other.lostContacts == 1)
        #expect(other.findings.map(\.found) == ["utm_source=sms"])
        #expect(other.findings.flatMap(\.pages).map(\.address) == ["bakery.example/"])
    }

    @Test func `an account without visits has nothing wrong`() async throws {
        let health = try await Site().health(on: 1)
        #expect(health.visits == 0 && health.findings.isEmpty && health.isCutAt == nil)
    }
}

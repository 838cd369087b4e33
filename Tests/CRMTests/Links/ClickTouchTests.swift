import Testing

@testable import CRM

/// What a contact's journey says of clicks.
@Suite struct ClickTouchTests {
    private func followUp(
        of target: String, pageAfter: Milliseconds? = nil, userAgent: String = ClickArrival.phone,
        askedAfter wait: Milliseconds = .hour, _ change: (inout Account) -> Void = { _ in }
    ) async throws -> ClickTouch.FollowUp? {
        let site = try await Site(change)
        let ann = try await site.create([.firstName: "Ann"])
        try await site.click(try await site.link("L", target), ann, .person(at: .on(1)))
        if let pageAfter {
            var visit = site.visit(site.browser(), to: target, at: .on(1) + pageAfter)
            visit.browser.userAgent = userAgent
            try await site.record(visit.page())
        }
        return try await site.crm.links.touches(site.account, ann, now: .on(1) + wait).first?.followUp
    }

    @Test func `a click that leads to the own website is followed by a page, or flagged`() async throws {
        let own = "https://www.clinic.example/offer"
        #expect(try await followUp(of: own, pageAfter: 2 * .second) == .seen)
        #expect(try await followUp(of: own) == .missing)
        #expect(try await followUp(of: own, pageAfter: 3 * .minute) == .missing)
        #expect(try await followUp(of: own, pageAfter: 2 * .second, userAgent: "Mozilla/5.0 (X11) Else/1") == .missing)
        #expect(try await followUp(of: own, askedAfter: .minute) == .awaited)
    }

    @Test func `nothing is said of a click that led elsewhere, or of times whose page views are gone`() async throws {
        #expect(try await followUp(of: "https://elsewhere.example/") == .unexpected)
        #expect(
            try await followUp(of: "https://clinic.example/", askedAfter: 90 * .day) { $0.pageViewMonths = 2 }
                == .unknown)
        #expect(
            try await followUp(of: "https://clinic.example/", askedAfter: 90 * .day) { $0.pageViewMonths = 0 }
                == .missing)
    }

    @Test func `clicks stand newest first, with the names of links that are gone`() async throws {
        let site = try await Site()
        let ann = try await site.create([.firstName: "Ann"])
        let (one, two) = (
            try await site.link("One", "https://x.example/"), try await site.link("Two", "https://x.example/2")
        )
        try await site.click(one, ann, .person(at: .on(1)))
        try await site.click(two, ann, .program(.agent, at: .on(2)))
        try await site.crm.links.delete(site.account, one.id, by: .command, now: .on(3))
        let touches = try await site.crm.links.touches(site.account, ann, now: .on(4))
        #expect(touches.map(\.linkName) == ["Two", "One"])
        #expect(touches.map(\.click.sign) == [.agent, nil])
        #expect(touches.map(\.followUp) == [.unexpected, .unexpected])
    }
}

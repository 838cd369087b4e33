import Testing

@testable import CRM

/// What a click counts for, by what was clicked just before.
@Suite struct ClickDecisionTests {
    private func click(_ id: String, _ link: String, at moment: Milliseconds, _ sign: ClickSign? = nil) -> LinkClick {
        LinkClick(
            id: ClickID(rawValue: id), link: LinkID(rawValue: link), contact: ContactID(rawValue: "c"), at: moment,
            sign: sign, userAgent: nil, target: "")
    }

    private func decide(_ link: String, _ sign: ClickSign? = nil, after recent: [LinkClick]) -> ClickDecision {
        ClickDecision.decide(LinkID(rawValue: link), sign: sign, at: 100_000, recent: recent)
    }

    @Test func `a first click counts, and so does one some seconds after another link's`() {
        #expect(decide("a", after: []) == .counted)
        #expect(decide("a", after: [click("1", "b", at: 94_999)]) == .counted)
        #expect(decide("a", after: [click("1", "a", at: 89_999)]) == .counted)
    }

    @Test func `the same click again within ten seconds is none`() {
        #expect(decide("a", after: [click("1", "a", at: 90_000)]) == .repeated)
        #expect(decide("a", .head, after: [click("1", "a", at: 99_000, .head)]) == .repeated)
        #expect(decide("a", .head, after: [click("1", "a", at: 99_000)]) == .scanned(.head, takingBack: []))
    }

    @Test func `a person may follow a program, which has counted for nothing`() {
        #expect(decide("a", after: [click("1", "a", at: 99_000, .head)]) == .counted)
        #expect(decide("a", after: [click("1", "a", at: 99_000, .agent)]) == .counted)
    }

    @Test func `two links within five seconds are a program's, and what was counted is taken back`() {
        let first = click("1", "b", at: 95_000)
        #expect(decide("a", after: [first]) == .scanned(.burst, takingBack: [first.id]))
        #expect(decide("a", after: [click("1", "b", at: 99_000, .head)]) == .scanned(.burst, takingBack: []))
        let later = [click("1", "b", at: 99_000, .burst), click("2", "a", at: 99_500, .burst)]
        #expect(decide("c", after: later) == .scanned(.burst, takingBack: []))
        #expect(decide("a", after: later) == .repeated)
    }

    @Test func `clicks that arrive out of order are judged alike`() {
        let later = click("1", "b", at: 101_000)
        #expect(decide("a", after: [later]) == .scanned(.burst, takingBack: [later.id]))
    }
}

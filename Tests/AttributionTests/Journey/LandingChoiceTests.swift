import Testing

@testable import Attribution

@Suite("The landing that counts")
struct LandingChoiceTests {
    private static let day: Int64 = 86_400_000
    private let now: Int64 = 100 * day

    private func judged(_ query: String, daysAgo: Int64, from referrer: String? = nil) -> JudgedLanding {
        let landing = Landing(url: "https://clinic.example/" + query, referrer: referrer)
        return JudgedLanding(
            landing: landing, landingAt: now - daysAgo * Self.day,
            verdict: Classifier().classify(landing, ownDomains: OwnDomains([])))
    }

    private func choose(_ session: JudgedLanding, _ candidates: [JudgedLanding], days: Int = 30) -> LandingChoice {
        LandingChoice.choose(session: session, candidates: candidates, lookBackDays: days, now: now)
    }

    @Test("is the session's own when that is not direct")
    func own() {
        let choice = choose(judged("?utm_source=sms", daysAgo: 0), [judged("?gclid=1", daysAgo: 1)])
        #expect(choice.verdict.source == .others)
        #expect(choice.carryOver == nil)
    }

    @Test("is the most recent non-direct one when the session is direct")
    func carried() {
        let session = judged("page?token=x", daysAgo: 0, from: "not a url")
        let earlier = [
            judged("?gclid=old", daysAgo: 20), judged("", daysAgo: 2), judged("?gclid=new", daysAgo: 10),
        ]
        let choice = choose(session, earlier)
        #expect(choice.landing.url == "https://clinic.example/?gclid=new")
        #expect(choice.landingAt == now - 10 * Self.day)
        #expect(
            choice.carryOver
                == CarryOver(
                    carriedFromAt: now - 10 * Self.day, directURL: session.landing.url,
                    directReferrer: session.landing.referrer))
        #expect(choice.verdict.notes.map(\.code) == [.carriedOver])
        #expect(choice.verdict.source == .paidSearch)
    }

    @Test("is carried over only inside the window", arguments: [(30, true), (31, false), (365, false), (-1, false)])
    func window(daysAgo: Int64, isCarried: Bool) {
        let choice = choose(judged("", daysAgo: 0), [judged("?gclid=1", daysAgo: daysAgo)])
        #expect((choice.carryOver != nil) == isCarried)
    }

    @Test("is never carried over when the window is off", arguments: [0, -1])
    func off(days: Int) {
        #expect(choose(judged("", daysAgo: 0), [judged("?gclid=1", daysAgo: 0)], days: days).carryOver == nil)
    }

    @Test("survives windows and times beyond reason")
    func extremes() {
        let ancient = JudgedLanding(
            landing: Landing(url: "/?gclid=1"), landingAt: .min,
            verdict: Classifier().classify(Landing(url: "/?gclid=1"), ownDomains: OwnDomains([])))
        #expect(choose(judged("", daysAgo: 0), [ancient], days: .max).carryOver?.carriedFromAt == .min)
    }

    @Test("leaves the direct session's address in the record, without its secrets")
    func record() {
        let choice = choose(judged("page?token=x", daysAgo: 0), [judged("?gclid=1", daysAgo: 1)])
        let record = AttributionRecord.web(
            landing: choice.landing, landingAt: choice.landingAt, pageURL: nil, verdict: choice.verdict, medium: .form,
            createdAt: now, carryOver: choice.carryOver)
        #expect(record.carryOver?.directURL == "https://clinic.example/page?token=")
        #expect(record[.gclid] == "1")
        #expect(record.source == .paidSearch)
    }
}

import CRM
import Testing

@testable import Server

@Suite struct RateLimitTests {
    private let limits = RateLimits(isOn: true)
    private let rate = EventRate(perSecond: 20, savedUpFor: 60)

    private func key(_ number: Int) -> RateKey { .held(AccountID(rawValue: Int64(number)), ClientNetwork("::1")) }

    private func take(_ number: Int, at now: Milliseconds) -> RateLimits.Allowance {
        limits.take(key(number), most: 2, per: .minute, now: now)
    }

    @Test func `a window holds so many, says what is left, and opens again`() {
        #expect(take(-1, at: 0) == .init(isAllowed: true, remaining: 1, seconds: 60))
        #expect(take(-1, at: 59_000) == .init(isAllowed: true, remaining: 0, seconds: 1))
        #expect(take(-1, at: 59_999) == .init(isAllowed: false, remaining: 0, seconds: 1))
        #expect(take(-2, at: 59_999).isAllowed)
        #expect(take(-1, at: 60_000) == .init(isAllowed: true, remaining: 1, seconds: 60))
    }

    @Test func `a clock that runs backwards opens a new window`() {
        _ = take(-1, at: 90_000)
        #expect(take(-1, at: 10_000).remaining == 1)
    }

    @Test func `a flood of strangers sets nobody free`() {
        for _ in 0..<3 { _ = take(-1, at: 0) }
        for _ in 0..<1_300 { _ = limits.take(key(-1), rate, now: 0) }
        for stranger in 0..<250_000 {
            _ = take(stranger, at: 1)
            _ = limits.take(key(stranger), rate, now: 1)
        }
        #expect(!take(-1, at: 2).isAllowed)
        #expect(limits.take(key(-1), rate, now: 2) == 1)
    }

    /// How many of `perSecond` events a second get through in so many seconds.
    private func passed(_ key: RateKey, _ rate: EventRate, perSecond: Int, for seconds: Int) -> Int {
        (0..<seconds).reduce(0) { sum, second in
            sum
                + (0..<perSecond).count { event in
                    limits.take(key, rate, now: Milliseconds(second * 1_000 + event * 1_000 / perSecond)) == nil
                }
        }
    }

    @Test func `one address is an office and not a flood`() {
        // 300 people, a page every 15 seconds each, for ten minutes.
        #expect(passed(key(1), rate, perSecond: 20, for: 600) == 12_000)
        // A hundred a second for five minutes: the burst, then the rate.
        #expect((7_100...7_300).contains(passed(key(2), rate, perSecond: 100, for: 300)))
    }

    @Test func `a busy website is served whole`() throws {
        let account = ServerSettings(publicURL: try #require(PublicURL("https://leads.example"))).accountRate
        #expect(passed(.accountViews(AccountID(rawValue: 1)), account, perSecond: 2_000, for: 30) == 60_000)
    }

    @Test func `who waits as long as told is let in, and a clock that runs backwards gives nothing`() throws {
        let slow = EventRate(perSecond: 0.1, savedUpFor: 20)
        #expect(limits.take(key(1), slow, now: 0) == nil)
        #expect(limits.take(key(1), slow, now: 0) == nil)
        #expect(limits.take(key(1), slow, now: 0) == 10)
        #expect(limits.take(key(1), slow, now: -90_000) == 10)
        #expect(limits.take(key(1), slow, now: -82_000) == 2)
        #expect(limits.take(key(1), slow, now: -80_000) == nil)
    }

    @Test func `turned off, nobody is counted`() {
        let off = RateLimits(isOn: false)
        #expect((0..<2_000).allSatisfy { _ in off.take(key(1), rate, now: 0) == nil })
    }
}

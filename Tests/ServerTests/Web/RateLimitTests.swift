import CRM
import Testing

@testable import Server

@Suite struct RateLimitTests {
    private let limits = RateLimits(isOn: true)

    private func take(_ key: String, at now: Milliseconds) -> RateLimits.Allowance {
        limits.take(key, most: 2, per: .minute, now: now)
    }

    @Test func `a window holds so many, says what is left, and opens again`() {
        #expect(take("a", at: 0) == .init(isAllowed: true, remaining: 1, seconds: 60))
        #expect(take("a", at: 59_000) == .init(isAllowed: true, remaining: 0, seconds: 1))
        #expect(take("a", at: 59_999) == .init(isAllowed: false, remaining: 0, seconds: 1))
        #expect(take("b", at: 59_999).isAllowed)
        #expect(take("a", at: 60_000) == .init(isAllowed: true, remaining: 1, seconds: 60))
    }

    @Test func `a clock that runs backwards opens a new window`() {
        _ = take("a", at: 90_000)
        #expect(take("a", at: 10_000).remaining == 1)
    }

    @Test func `a flood of strangers sets nobody free`() {
        _ = take("a", at: 0)
        _ = take("a", at: 0)
        for stranger in 0..<250_000 { _ = take("\(stranger)", at: 1) }
        #expect(!take("a", at: 2).isAllowed)
    }
}

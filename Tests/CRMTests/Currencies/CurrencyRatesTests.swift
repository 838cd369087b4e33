import Foundation
import Testing

@testable import CRM

@Suite struct CurrencyRatesTests {
    @Test(
        arguments: [
            ("EUR", 100, "1.0845", "USD", 108), ("EUR", 1, "1.5", "USD", 2), ("EUR", 1, "1.4999", "USD", 1),
            ("JPY", 1_500, "0.0067", "USD", 1_005), ("USD", 150, "150", "JPY", 225), ("KWD", 1_234, "3.25", "USD", 401),
            ("USD", 1_000_000_000_000_000, "1000000", "KWD", nil), ("GBP", 100, "1", "USD", nil),
        ] as [(String, Int64, String, String, Int64?)])
    func `an amount is converted exactly and rounded half up`(
        from: String, minor: Int64, rate: String, base: String, expected: Int64?
    ) throws {
        let currency = try #require(Currency(rawValue: from == "GBP" ? "EUR" : from))
        let decimal = try #require(Decimal(string: rate))
        let rate = try #require(CurrencyRate(currency: currency, rate: decimal, updatedAt: 0))
        let rates = CurrencyRates(base: try #require(Currency(rawValue: base)), rates: [rate])
        let money = Money(minorUnits: minor, currency: try #require(Currency(rawValue: from)))
        #expect(rates.converted(money) == expected)
    }

    @Test func `rates belong to the account's currency of the moment, and each change is written down`() async throws {
        let site = try await Site()
        let currencies = site.crm.currencies
        try await currencies.save(site.account, code: "eur", rate: "1,0845", by: .server, now: .start)
        try await currencies.save(site.account, code: "EUR", rate: "1.09", by: .server, now: .start + 1)
        let rates = try await currencies.rates(site.account)
        #expect(rates.base == .usDollar && rates.rates.map { "\($0.currency) \($0.rate)" } == ["EUR 1.09"])
        try await site.crm.pipelines.setCurrency(site.account, code: "GBP", by: .server, now: .start)
        #expect(try await currencies.rates(site.account).rates.isEmpty)
        try await site.crm.pipelines.setCurrency(site.account, code: "USD", by: .server, now: .start)
        #expect(try await currencies.rates(site.account) == rates)
        try await currencies.remove(site.account, code: "EUR", by: .server, now: .start)
        #expect(try await currencies.rates(site.account).rates.isEmpty)
        let actions = try await site.crm.audit.entries(AuditQuery(account: site.account)).map(\.action)
        #expect(actions.filter { $0 == .rateChanged || $0 == .rateRemoved }.count == 3)
    }

    @Test func `nonsense is refused`() async throws {
        let site = try await Site()
        for (code, rate, error) in [
            ("QQQ", "1", CurrencyRateError.currency), ("USD", "1", .own(.usDollar)), ("EUR", "0", .rate),
            ("EUR", "-1", .rate), ("EUR", "abc", .rate), ("EUR", "1000001", .rate), ("EUR", "0.00000000001", .rate),
        ] {
            await #expect(throws: error) {
                try await site.crm.currencies.save(site.account, code: code, rate: rate, by: .server, now: .start)
            }
        }
    }
}

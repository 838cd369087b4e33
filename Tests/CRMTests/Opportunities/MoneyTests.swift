import CRM
import Foundation
import Testing

/// Amounts are whole numbers of the currency's smallest unit, and read as people write them.
@Suite struct MoneyTests {
    @Test(arguments: [
        ("1500.5", "USD", 150_050), ("1500", "JPY", 1_500), ("1500.5", "JPY", 1_501), ("1.2345", "KWD", 1_235),
        ("0", "EUR", 0), ("$1,500.50", "USD", 150_050), ("12,5", "EUR", 1_250), ("1.5e3", "USD", 150_000),
        ("0.005", "USD", 1), ("10000000000000", "USD", 1_000_000_000_000_000),
    ])
    func `an amount in whole units becomes minor units`(text: String, code: String, minor: Int64) throws {
        let currency = try #require(Currency(rawValue: code))
        let amount = try #require(Money.decimal(text))
        #expect(Money(major: amount, currency: currency)?.minorUnits == minor)
    }

    @Test(arguments: ["-1", "10000000000000.01", "1e30"])
    func `an amount that is negative or beyond all sense is none`(text: String) throws {
        #expect(Money(major: try #require(Money.decimal(text)), currency: .usDollar) == nil)
    }

    @Test(arguments: ["", "abc", "1.2.3", "NaN", "0x10", "1 000", "--1"])
    func `what is no number is no amount`(text: String) {
        #expect(Money.decimal(text) == nil)
    }

    @Test(arguments: [
        (Int64(150_050), "USD", "$1,500.50", "1500.5"), (1_500, "JPY", "¥1,500", "1500"),
        (5, "EUR", "€0.05", "0.05"), (1_234_567, "KWD", "KWD 1,234.567", "1234.567"), (0, "CHF", "CHF 0.00", "0"),
    ])
    func `money is shown with its mark and the currency's digits`(
        minor: Int64, code: String, text: String, major: String
    ) throws {
        let money = Money(minorUnits: minor, currency: try #require(Currency(rawValue: code)))
        #expect(money.text == text)
        #expect("\(money.major)" == major)
    }

    @Test func `a code that is nobody's currency is refused, small letters are not`() {
        #expect(Currency(rawValue: "ZZZ") == nil)
        #expect(Currency(rawValue: "dollar") == nil)
        #expect(Currency(rawValue: "eur")?.rawValue == "EUR")
        #expect(Currency.all.count > 150)
    }
}

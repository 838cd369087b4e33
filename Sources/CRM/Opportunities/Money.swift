import Foundation

/// An amount of one currency, in its smallest unit: never a fraction of one.
public struct Money: Hashable, Sendable {
    public let minorUnits: Int64
    public let currency: Currency

    public init(minorUnits: Int64, currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// The largest amount that one opportunity may have; of so many units every sum is exact.
    public static let most: Int64 = 1_000_000_000_000_000

    /// The amount in whole units, as clients write it; what is finer than the currency is rounded to its next unit.
    ///
    /// Nil for what is negative, no number, or more than `most`.
    public init?(major: Decimal, currency: Currency) {
        var scaled = Decimal()
        var rounded = Decimal()
        var major = major
        guard major.isFinite,
            NSDecimalMultiplyByPowerOf10(&scaled, &major, Int16(currency.exponent), .plain) == .noError
        else { return nil }
        NSDecimalRound(&rounded, &scaled, 0, .plain)
        guard rounded >= 0, rounded <= Decimal(Self.most) else { return nil }
        self.init(minorUnits: NSDecimalNumber(decimal: rounded).int64Value, currency: currency)
    }

    /// The amount in whole units: `1500.5` for 150050 cents.
    public var major: Decimal { Decimal(sign: .plus, exponent: -currency.exponent, significand: Decimal(minorUnits)) }

    /// Reads an amount as JSON and people write it: `1500.5`, `1.5e3`, `$1,500.50`. Nil for anything else.
    public static func decimal(_ text: String) -> Decimal? {
        NumberText(amount: text).flatMap { Decimal(string: $0.text, locale: Locale(identifier: "en_US_POSIX")) }
    }

    /// `$1,500.50`, `CHF 1,500.00`, `¥1,500`
    public var text: String {
        let digits = String(minorUnits.magnitude)
        let exponent = currency.exponent
        let padded = String(repeating: "0", count: max(0, exponent + 1 - digits.count)) + digits
        var whole = ""
        for (index, digit) in padded.dropLast(exponent).reversed().enumerated() {
            if index > 0, index % 3 == 0 { whole.append(",") }
            whole.append(digit)
        }
        let fraction = exponent == 0 ? "" : "." + padded.suffix(exponent)
        let mark = currency.symbol ?? currency.rawValue + " "
        return (minorUnits < 0 ? "−" : "") + mark + String(whole.reversed()) + fraction
    }
}

import Foundation

/// What one unit of a currency is worth in the account's own: of `1.0845` every euro is 1.0845 dollars.
public struct CurrencyRate: Sendable, Equatable {
    public let currency: Currency
    /// Whole billionths: what was typed is kept exactly, and amounts are converted without a fraction being lost.
    let billionths: Int64
    public let updatedAt: Milliseconds

    static let one: Int64 = 1_000_000_000
    /// Nothing is worth more than a million of anything else.
    private static let most = Decimal(1_000_000)

    init(currency: Currency, billionths: Int64, updatedAt: Milliseconds) {
        self.currency = currency
        self.billionths = billionths
        self.updatedAt = updatedAt
    }

    /// Nil for what is no number between a billionth and a million.
    init?(currency: Currency, rate: Decimal, updatedAt: Milliseconds) {
        guard rate.isFinite, rate > 0, rate <= Self.most else { return nil }
        var scaled = rate * Decimal(Self.one)
        var rounded = Decimal()
        NSDecimalRound(&rounded, &scaled, 0, .plain)
        guard rounded >= 1 else { return nil }
        self.init(
            currency: currency, billionths: NSDecimalNumber(decimal: rounded).int64Value, updatedAt: updatedAt)
    }

    public var rate: Decimal { Decimal(sign: .plus, exponent: -9, significand: Decimal(billionths)) }
}

import Database

/// The rates that an account has entered, and the currency they lead to.
public struct CurrencyRates: Sendable, Equatable {
    /// The account's own currency.
    public let base: Currency
    /// In the order of the codes.
    public let rates: [CurrencyRate]

    public init(base: Currency, rates: [CurrencyRate] = []) {
        self.base = base
        self.rates = rates.sorted { $0.currency.rawValue < $1.currency.rawValue }
    }

    /// The amount in the account's currency, in its smallest unit, rounded half up; nil without a rate for it.
    ///
    /// Each amount is converted by itself, so that sums of what was converted add up at every level.
    public func converted(_ money: Money) -> Int64? {
        if money.currency == base { return money.minorUnits }
        guard let rate = rates.first(where: { $0.currency == money.currency }) else { return nil }
        let more = base.exponent - money.currency.exponent
        let numerator =
            Int128(money.minorUnits) * Int128(rate.billionths) * Self.power(more > 0 ? more : 0)
        let denominator = Int128(CurrencyRate.one) * Self.power(more < 0 ? -more : 0)
        let doubled = numerator.magnitude * 2 + denominator.magnitude
        let size = Int128(doubled / (denominator.magnitude * 2))
        return Int64(exactly: numerator < 0 ? -size : size)
    }

    private static func power(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }

    /// Reads them in a transaction that reads other things too.
    static func load(_ connection: Connection, _ account: AccountID) throws -> CurrencyRates {
        let base = try PipelineStore.currency(connection, account)
        return CurrencyRates(base: base, rates: try CurrencyRateStore.all(connection, account, base: base))
    }
}

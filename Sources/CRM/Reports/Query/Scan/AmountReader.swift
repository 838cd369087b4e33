/// Turns the amounts of a part into the account's currency, each by itself.
struct AmountReader: Sendable {
    /// One row's amount.
    struct Amount: Sendable {
        var minorUnits: Int64
        /// The code of its currency where the account has no rate for it: then it is of that currency. 0 in the account's.
        var apart: UInt32
    }

    let rates: CurrencyRates
    /// By code; nil for what is no currency.
    private let currencies: [Currency?]
    private(set) var amounts: [Amount] = []

    static let columns: [FactColumn] = [.value, .currency]

    init(rates: CurrencyRates, _ dictionary: FactDictionary) {
        self.rates = rates
        currencies = dictionary.values.map { $0.flatMap(Currency.init(rawValue:)) }
    }

    /// Whether every amount stays in its currency: only then can sums be added up in place of amounts.
    var convertsNothing: Bool {
        currencies.allSatisfy { currency in
            guard let currency, currency != rates.base else { return true }
            return rates.converted(Money(minorUnits: 1, currency: currency)) == nil
        }
    }

    func currency(_ code: UInt32) -> Currency { currencies[Int(code)] ?? rates.base }

    /// Reads the amounts of every row.
    mutating func look(at part: FactPart) throws(FactError) {
        amounts.removeAll(keepingCapacity: true)
        let (values, codes) = (try part.values(), try part.codes(.currency))
        for row in 0..<part.rows {
            amounts.append(amount(values?[row] ?? 0, UInt32(truncatingIfNeeded: codes?[row] ?? 0)))
        }
    }

    private func amount(_ value: Int64, _ code: UInt32) -> Amount {
        guard code < currencies.count, let currency = currencies[Int(code)], currency != rates.base else {
            return Amount(minorUnits: value, apart: 0)
        }
        if let converted = rates.converted(Money(minorUnits: value, currency: currency)) {
            return Amount(minorUnits: converted, apart: 0)
        }
        return Amount(minorUnits: value, apart: code)
    }
}

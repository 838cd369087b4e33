/// Why a rate was not saved.
public enum CurrencyRateError: Error, Equatable, CustomStringConvertible {
    case currency
    case own(Currency)
    case rate

    public var description: String {
        switch self {
        case .currency: "That is not the code of a currency, like EUR."
        case .own(let currency): "\(currency) is the account's own currency: it needs no rate."
        case .rate: "A rate is a number between 0.000000001 and 1000000."
        }
    }
}

import CRM
import Foundation

/// An amount in whole units of its currency.
struct WireMoney: Encodable {
    let amount: Decimal
    let currency: String

    init(_ money: Money) {
        amount = money.major
        currency = money.currency.rawValue
    }
}

import Database
import Foundation

/// What of an account decides how its records are counted, in JSON Lines.
public struct AccountLine: Encodable, Sendable {
    let locationID: String
    let timeZone: String
    let weekStartsOn: String
    let rates: CurrencyRates

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: LineKey.self)
        try container.encode(locationID, forKey: "locationId")
        try container.encode(timeZone, forKey: "timezone")
        try container.encode(weekStartsOn, forKey: "weekStartsOn")
        try container.encode(rates.base.rawValue, forKey: "currency")
        let worth = rates.rates.map { ($0.currency.rawValue, $0.rate) }
        try container.encode(Dictionary(worth, uniquingKeysWith: { first, _ in first }), forKey: "currencyRates")
    }
}

extension Exports {
    public func line(of account: Account) async throws -> AccountLine {
        let rates = try await database.read { try CurrencyRates.load($0, account.id) }
        return AccountLine(
            locationID: account.locationID, timeZone: account.timeZone,
            weekStartsOn: account.weekStartsOn.rawValue, rates: rates)
    }
}

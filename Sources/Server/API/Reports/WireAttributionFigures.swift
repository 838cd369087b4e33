import CRM
import Foundation

/// The figures of one row.
struct WireAttributionFigures: Encodable {
    /// Null where a filter asks for what no visit knows.
    @OrNull var visits: Int?
    /// Null where they were not asked for.
    @OrNull var visitors: Int?
    let contacts: Int
    /// Contacts of visits, from 0 to 1.
    @OrNull var conversionRate: Double?
    let consults: Int
    let opportunities: Int
    let won: Int
    @OrNull var revenue: Decimal?
    /// Amounts in currencies for which the account has no rate: they are in no sum.
    let revenueApart: [WireAmount]
    /// Of the contacts in all, from 0 to 1.
    @OrNull var share: Double?

    init(_ figures: AttributionFigures, _ currency: Currency) {
        visits = figures.visits
        visitors = figures.visitors
        contacts = figures.contacts
        conversionRate = figures.conversionRate
        consults = figures.consults
        opportunities = figures.opportunities
        won = figures.won
        revenue = figures.revenue.number.map { Money(minorUnits: $0, currency: currency).major }
        revenueApart = figures.revenue.apart.map(WireAmount.init)
        share = figures.share
    }
}

/// An amount in whole units of its currency.
struct WireAmount: Encodable {
    let amount: Decimal
    let currency: String

    init(_ money: Money) {
        amount = money.major
        currency = money.currency.rawValue
    }
}

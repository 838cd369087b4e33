/// The figures of one row.
public struct AttributionFigures: Sendable, Equatable {
    /// Nil where a filter asks for what no visit knows, like a tag.
    public internal(set) var visits: Int?
    /// Different ones; nil unless they were asked for.
    public internal(set) var visitors: Int?
    public internal(set) var contacts = 0
    public internal(set) var consults = 0
    public internal(set) var opportunities = 0
    public internal(set) var won = 0
    public internal(set) var revenue = ReportValue(number: 0)
    /// Between 0 and 1: its contacts among all contacts of the report, whatever is opened. Nil without any.
    public internal(set) var share: Double?

    /// Contacts to a visit; nil without visits.
    public var conversionRate: Double? {
        guard let visits, visits > 0 else { return nil }
        return Double(contacts) / Double(visits)
    }

    mutating func set(_ value: ReportValue, as figure: AttributionFigure) {
        let number = Int(value.number ?? 0)
        switch figure {
        case .visits: visits = number
        case .visitors: visitors = number
        case .contacts: contacts = number
        case .consults: consults = number
        case .opportunities: opportunities = number
        case .won: won = number
        case .revenue: revenue = value
        }
    }

    /// What is left of these without others. Visitors are different ones within each: they have no difference, and a
    /// share is made of what is left.
    func without(_ others: [AttributionFigures]) -> AttributionFigures {
        var rest = self
        rest.visitors = nil
        rest.share = nil
        for other in others {
            rest.visits = rest.visits.map { $0 - (other.visits ?? 0) }
            rest.contacts -= other.contacts
            rest.consults -= other.consults
            rest.opportunities -= other.opportunities
            rest.won -= other.won
            rest.revenue = rest.revenue.without(other.revenue)
        }
        return rest
    }

    /// What rows are sorted by; nil comes last. Of amounts those in the account's currency decide.
    func order(_ sort: AttributionSort) -> Double? {
        switch sort {
        case .name: nil
        case .visits: visits.map(Double.init)
        case .visitors: visitors.map(Double.init)
        case .contacts, .share: Double(contacts)
        case .conversionRate: conversionRate
        case .consults: Double(consults)
        case .opportunities: Double(opportunities)
        case .won: Double(won)
        case .revenue: Double(revenue.number ?? 0)
        }
    }
}

extension ReportValue {
    fileprivate func without(_ other: ReportValue) -> ReportValue {
        var apart = Dictionary(apart.map { ($0.currency, $0.minorUnits) }) { $0 &+ $1 }
        for money in other.apart { apart[money.currency, default: 0] -= money.minorUnits }
        let rest = apart.filter { $0.value != 0 }.map { Money(minorUnits: $0.value, currency: $0.key) }
        return ReportValue(
            number: (number ?? 0).subtractingReportingOverflow(other.number ?? 0).partialValue,
            apart: rest.sorted { $0.currency.rawValue < $1.currency.rawValue })
    }
}

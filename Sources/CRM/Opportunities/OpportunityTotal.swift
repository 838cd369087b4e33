/// How many opportunities of one kind there are, and what they are worth together.
public struct OpportunityTotal: Sendable, Equatable {
    public let pipeline: PipelineID
    public let stage: StageID
    public let status: Opportunity.Status
    /// The opportunities' own probability, where somebody gave them one.
    public let probability: Int?
    public let count: Int
    public let value: Money
}

extension Sequence<OpportunityTotal> {
    /// How many opportunities they count together.
    public var tally: Int { reduce(0) { $0 + $1.count } }

    /// One sum a currency, in the order of the codes: amounts of different currencies are never added.
    public var sums: [Money] {
        var sums: [Currency: Int64] = [:]
        for total in self {
            let (sum, overflow) = sums[total.value.currency, default: 0].addingReportingOverflow(total.value.minorUnits)
            sums[total.value.currency] = overflow ? .max : sum
        }
        return sums.map { Money(minorUnits: $1, currency: $0) }.sorted { $0.currency.rawValue < $1.currency.rawValue }
    }

    /// The sum of one currency.
    public func sum(in currency: Currency) -> Money {
        sums.first { $0.currency == currency } ?? Money(minorUnits: 0, currency: currency)
    }
}

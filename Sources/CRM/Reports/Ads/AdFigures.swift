/// The figures of one row. What has no cost has blanks where cost is needed, not zeros.
public struct AdFigures: Sendable, Equatable {
    /// Nil: no cost was brought in.
    public let spend: AdSpend?
    public let results: AdResults

    public init(spend: AdSpend?, results: AdResults) {
        self.spend = spend
        self.results = results
    }

    public var cost: Int64? { spend?.cost }
    /// Cost for each click, in the smallest unit of the account's currency, rounded half up.
    public var costPerClick: Int64? { spend.flatMap { Self.share(of: wholeCost, by: $0.clicks) } }
    /// Cost for each contact.
    public var costPerLead: Int64? { Self.share(of: wholeCost, by: results.contacts) }
    /// Cost for each opportunity won.
    public var costPerAcquisition: Int64? { Self.share(of: wholeCost, by: results.won) }

    /// What came back beyond the cost, for each unit of it: 1 is a hundred percent.
    public var returnOnInvestment: Double? {
        guard let cost = wholeCost, cost > 0, results.apart.isEmpty else { return nil }
        return (Double(results.revenue) - Double(cost)) / Double(cost)
    }

    /// Nil where a part of the cost stands apart: a ratio of the rest would be too good to be true.
    private var wholeCost: Int64? { spend.flatMap { $0.apart.isEmpty ? $0.cost : nil } }

    static let nothing = AdFigures(spend: nil, results: AdResults())

    private static func share(of cost: Int64?, by count: Int64) -> Int64? {
        guard let cost, count > 0 else { return nil }
        // What the parts of a campaign cost beyond it is less than nothing: there, too, a half goes away from zero.
        let size = (2 * UInt128(cost.magnitude) + UInt128(count)) / (2 * UInt128(count))
        return cost < 0 ? -Int64(size) : Int64(size)
    }
}

extension Sequence<AdFigures> {
    var sum: AdFigures {
        let spends = compactMap(\.spend)
        return AdFigures(spend: spends.isEmpty ? nil : spends.sum, results: lazy.map(\.results).sum)
    }
}

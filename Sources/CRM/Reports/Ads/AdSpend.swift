/// What was spent, and what it brought to the platform's own eyes.
public struct AdSpend: Sendable, Equatable {
    public private(set) var impressions: Int64 = 0
    public private(set) var clicks: Int64 = 0
    /// In the smallest unit of the account's currency.
    public private(set) var cost: Int64 = 0
    private var elsewhere: [Currency: Int64] = [:]

    init() {}

    init(_ cost: AdCost, _ rates: CurrencyRates) {
        impressions = cost.impressions
        clicks = cost.clicks
        if let converted = rates.converted(cost.cost) {
            self.cost = converted
        } else {
            elsewhere[cost.cost.currency] = cost.cost.minorUnits
        }
    }

    /// What was spent in currencies without a rate: shown apart, never added.
    public var apart: [Money] {
        elsewhere.filter { $0.value != 0 }.map { Money(minorUnits: $1, currency: $0) }
            .sorted { $0.currency.rawValue < $1.currency.rawValue }
    }

    var isNothing: Bool { impressions == 0 && clicks == 0 && cost == 0 && apart.isEmpty }
    /// Whether money went anywhere.
    var isPaid: Bool { cost > 0 || apart.contains { $0.minorUnits > 0 } }

    static func + (left: AdSpend, right: AdSpend) -> AdSpend { left.combined(right) { $0.bounded(plus: $1) } }
    static func - (left: AdSpend, right: AdSpend) -> AdSpend { left.combined(right) { $0.bounded(minus: $1) } }

    private func combined(_ other: AdSpend, _ combine: (Int64, Int64) -> Int64) -> AdSpend {
        var sum = AdSpend()
        sum.impressions = combine(impressions, other.impressions)
        sum.clicks = combine(clicks, other.clicks)
        sum.cost = combine(cost, other.cost)
        for currency in Set(elsewhere.keys).union(other.elsewhere.keys) {
            sum.elsewhere[currency] = combine(elsewhere[currency] ?? 0, other.elsewhere[currency] ?? 0)
        }
        return sum
    }
}

extension Sequence<AdSpend> {
    var sum: AdSpend { reduce(AdSpend(), +) }
}

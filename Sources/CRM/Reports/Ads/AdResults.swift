/// What came of ads in the account itself.
public struct AdResults: Sendable, Equatable {
    public var contacts: Int64 = 0
    public var consults: Int64 = 0
    public var won: Int64 = 0
    /// In the smallest unit of the account's currency.
    public var revenue: Int64 = 0
    private var elsewhere: [Currency: Int64] = [:]

    public init(contacts: Int64 = 0, consults: Int64 = 0, won: Int64 = 0, revenue: Int64 = 0, apart: [Money] = []) {
        self.contacts = contacts
        self.consults = consults
        self.won = won
        self.revenue = revenue
        for money in apart {
            elsewhere[money.currency] = (elsewhere[money.currency] ?? 0).bounded(plus: money.minorUnits)
        }
    }

    /// Revenue in currencies without a rate: shown apart, never added.
    public var apart: [Money] {
        elsewhere.filter { $0.value != 0 }.map { Money(minorUnits: $1, currency: $0) }
            .sorted { $0.currency.rawValue < $1.currency.rawValue }
    }

    var isNothing: Bool { self == AdResults() }

    static func + (left: AdResults, right: AdResults) -> AdResults {
        var sum = AdResults(
            contacts: left.contacts + right.contacts, consults: left.consults + right.consults,
            won: left.won + right.won, revenue: left.revenue.bounded(plus: right.revenue))
        sum.elsewhere = left.elsewhere.merging(right.elsewhere) { $0.bounded(plus: $1) }
        return sum
    }
}

extension Sequence<AdResults> {
    var sum: AdResults { reduce(AdResults(), +) }
}

/// What was added up of one cell's amounts in one currency.
struct AmountTally: Sendable, Equatable {
    private(set) var count: Int64 = 0
    /// Wider than an amount: any number of the largest ones can be added.
    private var sum: Int128 = 0
    private var least = Int64.max
    private var most = Int64.min

    mutating func add(_ amount: Int64) {
        count += 1
        sum += Int128(amount)
        least = min(least, amount)
        most = max(most, amount)
    }

    /// Nil where nothing was added up; a sum of nothing is 0.
    func value(_ metric: ReportMetric) -> Int64? {
        switch metric {
        case .sum: Int64(clamping: sum)
        case .average: count == 0 ? nil : Int64(clamping: Self.halfUp(sum, Int128(count)))
        case .minimum: count == 0 ? nil : least
        case .maximum: count == 0 ? nil : most
        case .count, .visitors, .distinctContacts: count
        }
    }

    /// A half goes away from zero, as it does where amounts are converted.
    private static func halfUp(_ sum: Int128, _ count: Int128) -> Int128 {
        let size = (sum.magnitude * 2 + count.magnitude) / (count.magnitude * 2)
        return sum < 0 ? -Int128(size) : Int128(size)
    }
}

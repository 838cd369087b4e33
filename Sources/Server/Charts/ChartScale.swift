import Foundation

/// The values of an axis that a reader finds round.
struct ChartScale: Hashable, Sendable {
    /// From the lowest to the highest, both ends of the axis included.
    let ticks: [Double]

    var low: Double { ticks.first ?? 0 }
    var high: Double { ticks.last ?? 1 }

    /// An axis through zero that all the values fit on.
    init(_ values: [Double], isWhole: Bool, most: Int = 5) {
        let values = values.filter(\.isFinite)
        let low = min(0, values.min() ?? 0)
        var high = max(0, values.max() ?? 0)
        if low == high { high = 1 }
        let step = Self.step((high - low) / Double(most - 1), isWhole: isWhole)
        let first = (low / step).rounded(.down)
        let last = (high / step).rounded(.up)
        ticks = stride(from: first, through: last, by: 1).map { $0 * step }
    }

    /// Where a value stands between the ends: 0 at the lowest, 1 at the highest.
    func place(_ value: Double) -> Double {
        min(1, max(0, (value - low) / (high - low)))
    }

    private static func step(_ least: Double, isWhole: Bool) -> Double {
        let power = pow(10, floor(log10(least)))
        let step = [1.0, 2, 2.5, 5, 10].first { $0 * power >= least * 0.999 }.map { $0 * power } ?? 10 * power
        return isWhole ? max(1, step.rounded(.up)) : step
    }
}

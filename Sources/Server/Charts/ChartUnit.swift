import CRM
import Foundation

/// What the numbers of a chart are.
enum ChartUnit: Hashable, Sendable {
    case count
    case decimal
    /// From 0 to 100.
    case percent
    /// In whole units of the currency.
    case money(Currency)

    /// `1,280`, `12.5`, `4.2 %`, `$1,500.50`
    func text(_ value: Double) -> String {
        switch self {
        case .count: Self.grouped(value, decimals: 0)
        case .decimal: Self.grouped(value, decimals: 2)
        case .percent: Self.grouped(value, decimals: 1) + " %"
        case .money(let currency): Self.money(value, currency)
        }
    }

    /// For an axis: `1.2k`, `$15k`, `3M`
    func short(_ value: Double) -> String {
        let sign = value < 0 ? "−" : ""
        switch self {
        case .count, .decimal: return sign + Self.abbreviated(abs(value))
        case .percent: return sign + Self.abbreviated(abs(value)) + " %"
        case .money(let currency):
            return sign + (currency.symbol ?? currency.rawValue + " ") + Self.abbreviated(abs(value))
        }
    }

    /// Whether there is nothing between one and the next.
    var isWhole: Bool { self == .count }

    private static func money(_ value: Double, _ currency: Currency) -> String {
        let minor = (value * pow(10, Double(currency.exponent))).rounded()
        guard minor.isFinite, abs(minor) < 9e18 else { return "–" }
        return Money(minorUnits: Int64(minor), currency: currency).text
    }

    private static func abbreviated(_ value: Double) -> String {
        let steps: [(limit: Double, mark: String)] = [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k")]
        guard let step = steps.first(where: { value >= $0.limit }) else { return grouped(value, decimals: 2) }
        return grouped(value / step.limit, decimals: 1) + step.mark
    }

    /// With commas, and no more decimals than say something.
    private static func grouped(_ value: Double, decimals: Int) -> String {
        let scale = pow(10, Double(decimals))
        let scaled = (abs(value) * scale).rounded()
        guard scaled.isFinite, scaled < 9e18 else { return "–" }
        let whole = Int(scaled) / Int(scale)
        var rest = String(Int(scaled) % Int(scale))
        rest = String(repeating: "0", count: max(0, decimals - rest.count)) + rest
        while rest.hasSuffix("0") { rest.removeLast() }
        let sign = value < 0 && scaled > 0 ? "−" : ""
        return sign + Count.grouped(whole) + (decimals == 0 || rest.isEmpty ? "" : "." + rest)
    }
}

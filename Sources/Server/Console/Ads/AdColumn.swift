import CRM

/// A column of an ads report.
enum AdColumn: CaseIterable {
    case impressions, clicks, cost, cpc, contacts, cpl, consults, won, revenue, cpa, roi

    static func shown(_ report: AdReport) -> [AdColumn] { allCases.filter { $0 != .consults || report.hasConsults } }

    var label: String {
        switch self {
        case .impressions: "Impressions"
        case .clicks: "Clicks"
        case .cost: "Cost"
        case .cpc: "CPC"
        case .contacts: "Contacts"
        case .cpl: "CPL"
        case .consults: "Consults"
        case .won: "Won"
        case .revenue: "Revenue"
        case .cpa: "CPA"
        case .roi: "ROI"
        }
    }

    /// What the letters stand for.
    var meaning: String? {
        switch self {
        case .cpc: "Cost per click"
        case .cpl: "Cost per contact"
        case .cpa: "Cost per opportunity won"
        case .roi: "Revenue beyond the cost, in percent of the cost"
        default: nil
        }
    }

    var sort: AdSort {
        switch self {
        case .impressions: .impressions
        case .clicks: .clicks
        case .cost: .cost
        case .cpc: .cpc
        case .contacts: .contacts
        case .cpl: .cpl
        case .consults: .consults
        case .won: .won
        case .revenue: .revenue
        case .cpa: .cpa
        case .roi: .roi
        }
    }

    /// The figure whose contacts can be looked at.
    var figure: AdFigure? {
        switch self {
        case .contacts: .contacts
        case .consults: .consults
        case .won, .revenue: .won
        default: nil
        }
    }

    /// Whether it says what something cost.
    var isCost: Bool { self == .cost || self == .cpc || self == .cpl || self == .cpa }

    /// In whole units, the return in percent; nil for a blank.
    func amount(_ figures: AdFigures, _ currency: Currency) -> Double? {
        func major(_ minor: Int64?) -> Double? { ReportValue(number: minor).major(currency) }
        return switch self {
        case .impressions: figures.spend.map { Double($0.impressions) }
        case .clicks: figures.spend.map { Double($0.clicks) }
        case .cost: major(figures.cost)
        case .cpc: major(figures.costPerClick)
        case .contacts: Double(figures.results.contacts)
        case .cpl: major(figures.costPerLead)
        case .consults: Double(figures.results.consults)
        case .won: Double(figures.results.won)
        case .revenue: major(figures.results.revenue)
        case .cpa: major(figures.costPerAcquisition)
        case .roi: figures.returnOnInvestment.map { $0 * 100 }
        }
    }

    /// Nil for a blank.
    func text(_ figures: AdFigures, _ currency: Currency) -> String? {
        func amount(_ minor: Int64?) -> String? { minor.map { Money(minorUnits: $0, currency: currency).text } }
        switch self {
        case .impressions: return figures.spend.map { Count.grouped(Int($0.impressions)) }
        case .clicks: return figures.spend.map { Count.grouped(Int($0.clicks)) }
        case .cost: return Self.joined(amount(figures.cost), figures.spend?.apart ?? [], isNothing: figures.cost == 0)
        case .cpc: return amount(figures.costPerClick)
        case .contacts: return Count.grouped(Int(figures.results.contacts))
        case .cpl: return amount(figures.costPerLead)
        case .consults: return Count.grouped(Int(figures.results.consults))
        case .won: return Count.grouped(Int(figures.results.won))
        case .revenue:
            let results = figures.results
            return Self.joined(amount(results.revenue), results.apart, isNothing: results.revenue == 0)
        case .cpa: return amount(figures.costPerAcquisition)
        case .roi: return figures.returnOnInvestment.map { Self.percent($0) }
        }
    }

    /// Amounts without a rate stand beside the others: `$5.00 + ¥900`.
    private static func joined(_ amount: String?, _ apart: [Money], isNothing: Bool) -> String? {
        guard let amount, !apart.isEmpty else { return amount }
        return ((isNothing ? [] : [amount]) + apart.map(\.text)).joined(separator: " + ")
    }

    private static func percent(_ share: Double) -> String {
        guard abs(share) < 1_000_000 else { return "> 99,999,999 %" }
        return "\(Count.grouped(Int((share * 100).rounded()))) %".replacing("-", with: "−")
    }
}

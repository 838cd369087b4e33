/// What the rows of an ads report are sorted by.
public enum AdSort: String, Sendable, CaseIterable {
    case name, impressions, clicks, cost, cpc, contacts, cpl, consults, won, revenue, cpa, roi

    /// The value that rows are compared by; nil sorts behind all values in either direction.
    func value(_ figures: AdFigures) -> Double? {
        switch self {
        case .name: nil
        case .impressions: figures.spend.map { Double($0.impressions) }
        case .clicks: figures.spend.map { Double($0.clicks) }
        case .cost: figures.cost.map(Double.init)
        case .cpc: figures.costPerClick.map(Double.init)
        case .contacts: Double(figures.results.contacts)
        case .cpl: figures.costPerLead.map(Double.init)
        case .consults: Double(figures.results.consults)
        case .won: Double(figures.results.won)
        case .revenue: Double(figures.results.revenue)
        case .cpa: figures.costPerAcquisition.map(Double.init)
        case .roi: figures.returnOnInvestment
        }
    }

    /// In this order; equal rows by name, then by key, so that every order is total.
    func sorted(_ rows: [AdReportRow], descending: Bool) -> [AdReportRow] {
        rows.map { (row: $0, value: value($0.figures), name: AdName.folded($0.name)) }
            .sorted { left, right in
                if self == .name, left.name != right.name { return (left.name < right.name) != descending }
                switch (left.value, right.value) {
                case (let a?, let b?) where a != b: return (a < b) != descending
                case (nil, _?): return false
                case (_?, nil): return true
                default: return (left.name, left.row.key.text) < (right.name, right.row.key.text)
                }
            }.map(\.row)
    }
}

import CRM
import Foundation

/// A column of figures of the attribution report.
enum AttributionColumn: String, CaseIterable, Sendable {
    case visits, visitors, contacts, conversionRate, consults, opportunities, won, revenue, share

    /// The columns that say something: visitors when they were asked for, consults once the account has any.
    static func shown(_ report: AttributionReport) -> [AttributionColumn] {
        allCases.filter { column in
            switch column {
            case .visitors: report.total.figures.visitors != nil
            case .consults: report.hasConsults
            default: true
            }
        }
    }

    var label: String {
        switch self {
        case .visits: "Visits"
        case .visitors: "Visitors"
        case .contacts: "Contacts"
        case .conversionRate: "Conversion rate"
        case .consults: "Consults"
        case .opportunities: "Opportunities"
        case .won: "Won"
        case .revenue: "Revenue"
        case .share: "Share"
        }
    }

    var sort: AttributionSort { AttributionSort(rawValue: rawValue) ?? .contacts }

    /// What is counted; nil for what is worked out of other columns.
    var figure: AttributionFigure? { AttributionFigure(rawValue: rawValue) }

    /// Whether there are contacts behind it: a visit is not yet somebody's.
    var hasContacts: Bool {
        switch self {
        case .contacts, .consults, .opportunities, .won, .revenue: true
        case .visits, .visitors, .conversionRate, .share: false
        }
    }

    func unit(_ currency: Currency) -> ChartUnit {
        switch self {
        case .revenue: .money(currency)
        case .conversionRate, .share: .percent
        default: .count
        }
    }

    /// In the column's unit; nil where there is nothing to say.
    func amount(_ figures: AttributionFigures, _ currency: Currency) -> Double? {
        switch self {
        case .visits: figures.visits.map(Double.init)
        case .visitors: figures.visitors.map(Double.init)
        case .contacts: Double(figures.contacts)
        case .conversionRate: figures.conversionRate.map { $0 * 100 }
        case .consults: Double(figures.consults)
        case .opportunities: Double(figures.opportunities)
        case .won: Double(figures.won)
        case .revenue: figures.revenue.major(currency)
        case .share: figures.share.map { $0 * 100 }
        }
    }

    /// What people read; amounts without a rate stand behind the sum.
    func text(_ figures: AttributionFigures, _ currency: Currency) -> String {
        let own: String?
        if self == .revenue {
            own = figures.revenue.number.map { Money(minorUnits: $0, currency: currency).text }
        } else {
            own = amount(figures, currency).map { unit(currency).text($0) }
        }
        let apart = self == .revenue ? figures.revenue.apart.map(\.text) : []
        let texts = [own].compactMap { $0 } + apart
        return texts.isEmpty ? "–" : texts.joined(separator: " + ")
    }
}

extension ReportValue {
    /// An amount in whole units of its currency.
    func major(_ currency: Currency) -> Double? {
        number.map {
            NSDecimalNumber(decimal: Money(minorUnits: $0, currency: currency).major).doubleValue
        }
    }
}

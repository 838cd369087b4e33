import Attribution

/// A column of the attribution report that counts or adds up things of its own.
public enum AttributionFigure: String, CaseIterable, Sendable, Codable {
    case visits, visitors, contacts, consults, opportunities, won, revenue

    public var label: String {
        switch self {
        case .visits: "Visits"
        case .visitors: "Visitors"
        case .contacts: "Contacts"
        case .consults: "Consults"
        case .opportunities: "Opportunities"
        case .won: "Won"
        case .revenue: "Revenue"
        }
    }

    var subject: ReportSubject {
        switch self {
        case .visits, .visitors: .visits
        case .contacts: .contacts
        case .consults: .conversions
        case .opportunities: .opportunities
        case .won, .revenue: .wins
        }
    }

    var metric: ReportMetric {
        switch self {
        case .visitors: .visitors
        case .revenue: .sum
        case .visits, .contacts, .consults, .opportunities, .won: .count
        }
    }

    /// What makes a conversion a consult: that a calendar made its attribution.
    static let consult = ReportFilter(
        ReportColumn(.conversionKind, .first), .isAny(of: [Medium.calendar.rawValue]))
}

/// What the rows of an attribution report are sorted by.
public enum AttributionSort: String, CaseIterable, Sendable, Codable {
    case name, visits, visitors, contacts, conversionRate, consults, opportunities, won, revenue, share
}

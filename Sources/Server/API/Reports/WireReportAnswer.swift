import CRM
import Foundation

/// The answer to a question of a program's own.
struct WireReportAnswer: Encodable {
    let subject: String
    let from: String
    let to: String
    /// Of the amounts in it.
    let currency: String
    let metrics: [String]
    let rows: [Row]
    let total: [Value]
    /// Until it is null again, figures may mix old and new verdicts.
    @OrNull var rulesUnderway: WireRulesUnderway?

    struct Row: Encodable {
        let keys: [Key]
        /// The first day of the bucket; null without one.
        @OrNull var bucket: String?
        let values: [Value]
    }

    struct Key: Encodable {
        @OrNull var key: String?
        @OrNull var label: String?
        let isPlaceholder: Bool
    }

    struct Value: Encodable {
        @OrNull var value: Decimal?
        /// Amounts in currencies for which the account has no rate.
        let apart: [WireAmount]
    }

    init(_ answer: ReportAnswer, _ query: ReportQuery, _ currency: Currency, _ rules: RulesUnderway?) {
        rulesUnderway = rules.map(WireRulesUnderway.init)
        subject = query.subject.rawValue
        from = query.days.first.rawValue
        to = query.days.last.rawValue
        self.currency = currency.rawValue
        metrics = query.metrics.map(\.rawValue)
        rows = answer.rows.map { row in
            Row(
                keys: row.keys.map { Key(key: $0.key, label: $0.label, isPlaceholder: $0.isPlaceholder) },
                bucket: row.bucket?.rawValue,
                values: zip(query.metrics, row.values).map { Value($1, of: $0, currency) })
        }
        total = zip(query.metrics, answer.total).map { Value($1, of: $0, currency) }
    }
}

extension WireReportAnswer.Value {
    init(_ value: ReportValue, of metric: ReportMetric, _ currency: Currency) {
        apart = value.apart.map(WireAmount.init)
        self.value = value.number.map {
            metric.isMoney ? Money(minorUnits: $0, currency: currency).major : Decimal($0)
        }
    }
}

extension ReportMetric {
    /// Whether it is money, and not a number of things.
    var isMoney: Bool {
        switch self {
        case .sum, .average, .minimum, .maximum: true
        case .count, .visitors, .distinctContacts: false
        }
    }
}

import CRM
import Foundation

/// One figure over time.
struct WireAttributionTimeline: Encodable {
    let figure: String
    let bucket: String
    /// Where the figure is an amount.
    @OrNull var currency: String?
    /// The first day of every bucket, of empty ones too.
    let days: [String]
    let series: [Series]
    /// Until it is null again, figures may mix old and new verdicts.
    @OrNull var rulesUnderway: WireRulesUnderway?

    struct Series: Encodable {
        /// Null for what is left over.
        @OrNull var key: String?
        let name: String
        /// One for each day.
        let values: [Decimal?]
    }

    init(
        _ timeline: AttributionTimeline, _ figure: AttributionFigure, _ bucket: TimeBucket,
        _ currency: Currency, _ rules: RulesUnderway?
    ) {
        self.figure = figure.rawValue
        rulesUnderway = rules.map(WireRulesUnderway.init)
        self.bucket = bucket.rawValue
        self.currency = figure == .revenue ? currency.rawValue : nil
        days = timeline.steps.map(\.rawValue)
        series = timeline.series.map { one in
            Series(
                key: one.key?.text, name: one.name,
                values: one.values.map { value in
                    value.number.map {
                        figure == .revenue ? Money(minorUnits: $0, currency: currency).major : Decimal($0)
                    }
                })
        }
    }
}

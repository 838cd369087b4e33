import CRM

/// A figure over time, with what it is counted in.
struct AttributionTimeReading: Sendable {
    let figure: AttributionFigure
    let bucket: TimeBucket
    let timeline: AttributionTimeline
    let currency: Currency
}

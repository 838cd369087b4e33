import CRM

/// How a figure differs from the one it is compared with, in words.
struct FigureChange: Equatable {
    /// `+12 %`, `−1.5 points`, `new`
    let text: String
    /// `Before: 1,280`
    let before: String
    let rises: Bool
    let falls: Bool

    /// Nil where one of the two is not there.
    ///
    /// - Parameters:
    ///   - isRate: a rate is compared by the difference: a percentage of percentages misleads.
    ///   - isJudged: whether more of it is better; what something cost is neither.
    init?(_ now: Double?, then: Double?, thenText: String, isRate: Bool, isJudged: Bool = true) {
        guard let now, let then else { return nil }
        before = "Before: \(thenText)"
        rises = isJudged && now > then
        falls = isJudged && now < then
        let difference = now - then
        if isRate {
            let points = ChartUnit.decimal.text((abs(difference) * 10).rounded() / 10)
            text = difference == 0 ? "±0" : "\(difference > 0 ? "+" : "−")\(points) points"
        } else if then == 0 {
            text = now == 0 ? "±0" : "new"
        } else {
            let percent = (abs(difference) / abs(then) * 100).rounded()
            text =
                difference == 0
                ? "±0 %" : "\(difference > 0 ? "+" : "−")\(ChartUnit.count.text(percent)) %"
        }
    }

    init?(
        _ column: AttributionColumn, _ now: AttributionFigures, then: AttributionFigures?,
        _ report: AttributionReport
    ) {
        guard let then else { return nil }
        let currency = report.currency
        self.init(
            column.amount(now, currency), then: column.amount(then, currency),
            thenText: column.text(then, currency), isRate: column == .conversionRate || column == .share)
    }

    init?(_ column: AdColumn, _ now: AdFigures, then: AdFigures?, _ currency: Currency) {
        guard let then else { return nil }
        self.init(
            column.amount(now, currency), then: column.amount(then, currency),
            thenText: column.text(then, currency) ?? "–", isRate: column == .roi, isJudged: !column.isCost)
    }
}

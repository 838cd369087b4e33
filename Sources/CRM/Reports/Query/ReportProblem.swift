/// Why a question cannot be answered.
public enum ReportProblem: Error, Hashable, Sendable, CustomStringConvertible {
    case strangeField(ReportField, ReportSubject)
    case strangeMetric(ReportMetric, ReportSubject)
    case tooManyGroups, tooManyFilters, noMetric
    case tooManyValues, tooLongValue
    /// Its range has more days, weeks or months than one answer shows.
    case tooManyBuckets
    /// Its groups have more combinations than one answer shows.
    case tooManyRows
    /// Nothing lies below the rows that were opened.
    case tooDeep
    /// A word in a written question that has no meaning there: which member it stands in, and what it says.
    case unknown(member: String, text: String)
    /// The figures are being made for the first time; between 0 and 1, how much of it is done.
    case notReady(Double)

    public var description: String {
        switch self {
        case .strangeField(let field, let subject): "\(subject.rawValue) have no \(field.rawValue)"
        case .strangeMetric(let metric, let subject): "\(metric.rawValue) says nothing of \(subject.rawValue)"
        case .tooManyGroups: "a question has at most \(ReportQuery.mostGroups) groups"
        case .tooManyFilters: "a question has at most \(ReportQuery.mostFilters) filters"
        case .noMetric: "a question needs a metric"
        case .tooManyValues: "a filter has at most \(ReportFilter.mostValues) values"
        case .tooLongValue: "a value of a filter has at most \(ReportFilter.mostLetters) letters"
        case .tooManyBuckets: "the range has more than \(ReportQuery.mostBuckets) steps: take longer ones"
        case .tooManyRows:
            "the answer would have more than \(ReportQuery.mostRows) rows: filter it, or group it by less"
        case .tooDeep: "there is nothing below this row"
        case .unknown(let member, let text): "\(member) cannot be \(text.cut(to: 60))"
        case .notReady(let share): "the reports are being prepared: \(Int(share * 100)) % done"
        }
    }
}

import Attribution

/// What somebody wants to see of the attribution report: a whole view, as its address says it.
public struct AttributionRequest: Hashable, Sendable {
    public var position: AttributionPosition
    public var days: ReportDays
    /// Days to compare with.
    public var compared: ReportDays?
    /// The `text` of the key of every row opened so far, outermost first; empty: the rows are sources.
    public var path: [String] = []
    /// On what contacts have.
    public var filters: [ReportFilter] = []
    /// Different visitors are dearer to count than everything else.
    public var wantsVisitors = false
    public var sort = AttributionSort.contacts
    public var descending = true
    /// So many rows are shown, the rest is one more.
    public var limit = 50

    public static let mostRows = 1_000
    /// With so many filters every row can still be opened, down to the last level, and every figure has its contacts.
    public static let mostFilters = ReportQuery.mostFilters - AttributionLevel.deepest - 2

    public init(_ position: AttributionPosition, days: ReportDays) {
        self.position = position
        self.days = days
    }

    /// What its rows are; nil where nothing lies below the path.
    public var level: AttributionLevel? { AttributionLevel.below(path) }

    /// The question whose answer is a figure of a row: for the contacts behind it.
    public func query(_ figure: AttributionFigure, _ row: AttributionRow.Kind) -> ReportQuery {
        ReportQuery(figure.subject, [figure.metric], where: filters(of: figure) + filters(of: row), days: days)
    }

    /// The same divided by the rows of the level.
    func query(_ figures: [AttributionFigure], on days: ReportDays, bucket: TimeBucket? = nil) -> ReportQuery? {
        guard let figure = figures.first, let level else { return nil }
        return ReportQuery(
            figure.subject, figures.map(\.metric), by: [ReportColumn(level.field, position)], bucket: bucket,
            where: filters(of: figure), days: days)
    }

    private func filters(of figure: AttributionFigure) -> [ReportFilter] {
        let opened = zip(AttributionLevel.along(path), path).map { level, text in
            ReportFilter(ReportColumn(level.field, position), .isAny(of: [text]))
        }
        return filters + opened + (figure == .consults ? [AttributionFigure.consult] : [])
    }

    private func filters(of row: AttributionRow.Kind) -> [ReportFilter] {
        guard let level else { return [] }
        let column = ReportColumn(level.field, position)
        return switch row {
        case .key(let text): [ReportFilter(column, .isAny(of: [text]))]
        case .other(let texts): [ReportFilter(column, .isNone(of: texts))]
        case .total: []
        }
    }

    /// Whether visits can be asked whether they pass the filters.
    var isOfVisits: Bool { filters.allSatisfy { $0.column.field.belongs(to: .visits) } }

    /// Figures that one question answers, each list another one.
    var figures: [[AttributionFigure]] {
        let visits: [AttributionFigure] = wantsVisitors ? [.visits, .visitors] : [.visits]
        return (isOfVisits ? [visits] : []) + [[.contacts], [.consults], [.opportunities], [.won, .revenue]]
    }

    /// - Throws: the first reason why it cannot be answered.
    func check() throws(ReportProblem) {
        guard level != nil else { throw .tooDeep }
        if let strange = filters.first(where: { !$0.column.field.belongs(to: .contacts) }) {
            throw .strangeField(strange.column.field, .contacts)
        }
        guard filters.count + path.count + 2 <= ReportQuery.mostFilters else { throw .tooManyFilters }
        if let problem = filters.lazy.compactMap(\.condition.problem).first { throw problem }
        if path.contains(where: { $0.unicodeScalars.count > ReportFilter.mostLetters }) { throw .tooLongValue }
    }
}

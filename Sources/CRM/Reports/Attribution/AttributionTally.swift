/// Puts the answers to an attribution report's questions together, row by row.
struct AttributionTally {
    private(set) var total = AttributionFigures()
    private(set) var rows: [String: AttributionFigures] = [:]
    /// Whoever is asked first names a row: its contacts before its visits.
    private(set) var keys: [String: ReportKey] = [:]
    private var spoken: [String: Int] = [:]
    private let hasVisits: Bool
    private let hasVisitors: Bool

    init(_ request: AttributionRequest) {
        hasVisits = request.isOfVisits
        hasVisitors = request.isOfVisits && request.wantsVisitors
        total = blank
    }

    /// A row of which nothing is known: 0 of what was counted.
    private var blank: AttributionFigures {
        var figures = AttributionFigures()
        figures.visits = hasVisits ? 0 : nil
        figures.visitors = hasVisitors ? 0 : nil
        return figures
    }

    mutating func take(_ answer: ReportAnswer, _ figures: [AttributionFigure]) {
        for (figure, value) in zip(figures, answer.total) { total.set(value, as: figure) }
        let rank = figures.first == .contacts ? 0 : figures.first == .visits ? 1 : 2
        for row in answer.rows {
            guard let key = row.keys.first else { continue }
            var known = rows[key.text] ?? blank
            for (figure, value) in zip(figures, row.values) { known.set(value, as: figure) }
            rows[key.text] = known
            if rank < spoken[key.text] ?? .max {
                spoken[key.text] = rank
                keys[key.text] = key
            }
        }
    }

    func figures(_ text: String) -> AttributionFigures { rows[text] ?? blank }

    /// The texts of the rows in the order that was wished for, ties by their keys.
    func sorted(by sort: AttributionSort, descending: Bool) -> [String] {
        rows.keys.sorted { left, right in
            if sort == .name { return descending ? right < left : left < right }
            switch (figures(left).order(sort), figures(right).order(sort)) {
            case (let first?, let second?) where first != second: return descending ? first > second : first < second
            case (.some, nil): return true
            case (nil, .some): return false
            default: return left < right
            }
        }
    }
}

/// Puts the answers to an attribution report's questions together, row by row.
struct AttributionTally {
    private(set) var total = AttributionFigures()
    /// A row is known by its place.
    private var placeOfText: [String: Int] = [:]
    private var figures: [AttributionFigures] = []
    /// Whoever is asked first names a row: its contacts before its visits.
    private var keys: [(key: ReportKey, rank: Int)] = []
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

    mutating func take(_ answer: ReportAnswer, _ asked: [AttributionFigure]) {
        for (figure, value) in zip(asked, answer.total) { total.set(value, as: figure) }
        let rank = asked.first == .contacts ? 0 : asked.first == .visits ? 1 : 2
        for row in answer.rows {
            guard let key = row.keys.first else { continue }
            let place = place(of: key, rank)
            for (figure, value) in zip(asked, row.values) { figures[place].set(value, as: figure) }
        }
    }

    private mutating func place(of key: ReportKey, _ rank: Int) -> Int {
        if let place = placeOfText[key.text] {
            if rank < keys[place].rank { keys[place] = (key, rank) }
            return place
        }
        placeOfText[key.text] = figures.count
        figures.append(blank)
        keys.append((key, rank))
        return figures.count - 1
    }

    func figures(_ text: String) -> AttributionFigures { placeOfText[text].map { figures[$0] } ?? blank }

    func key(_ text: String) -> ReportKey { placeOfText[text].map { keys[$0].key } ?? .empty }

    /// The texts of the rows in the order that was wished for, ties by their keys.
    func sorted(by sort: AttributionSort, descending: Bool) -> [String] {
        let rows = zip(keys, figures).map { (text: $0.key.text, order: $1.order(sort)) }
        return rows.sorted { left, right in
            if sort == .name { return descending ? right.text < left.text : left.text < right.text }
            switch (left.order, right.order) {
            case (let first?, let second?) where first != second: return descending ? first > second : first < second
            case (.some, nil): return true
            case (nil, .some): return false
            default: return left.text < right.text
            }
        }.map(\.text)
    }
}

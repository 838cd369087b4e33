/// Puts the answers to an attribution report's questions together, group by group: all are about one dictionary's.
struct AttributionTally {
    private(set) var total = AttributionFigures()
    /// Those that occur.
    private var groups: [Int] = []
    /// One for each of them.
    private var figures: [AttributionFigures] = []
    /// For each of them, the answer that names it: the place in `namers` of what it is the figure of.
    private var names: [UInt8] = []
    /// By the number of a group, 1 more than its place in `groups`; 0 where it does not occur.
    private var places: [UInt32] = []
    private var spellings = [ReportKeys?](repeating: nil, count: Self.namers.count)
    private let hasVisits: Bool
    private let hasVisitors: Bool

    /// Whose most frequent spelling names a group: that of its contacts, and where it has none, of the next.
    private static let namers: [AttributionFigure] = [.contacts, .visits, .consults, .opportunities, .won]

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

    /// - Parameter asked: what the values of the answer are the figures of.
    mutating func take(_ answer: ReportGroups, _ asked: [AttributionFigure]) {
        guard let first = asked.first, let namer = Self.namers.firstIndex(of: first) else { return }
        for (figure, value) in zip(asked, answer.total) { total.set(value, as: figure) }
        spellings[namer] = answer.keys
        places.append(contentsOf: repeatElement(0, count: max(0, answer.keys.count - places.count)))
        for (number, group) in answer.groups.enumerated() {
            let place = place(of: group, UInt8(namer))
            for (figure, value) in zip(asked, answer.values(at: number)) { figures[place].set(value, as: figure) }
        }
    }

    private mutating func place(of group: Int, _ namer: UInt8) -> Int {
        guard places[group] == 0 else {
            let place = Int(places[group]) - 1
            names[place] = min(names[place], namer)
            return place
        }
        groups.append(group)
        figures.append(blank)
        names.append(namer)
        places[group] = UInt32(groups.count)
        return groups.count - 1
    }

    private func place(of group: Int) -> Int? {
        group < places.count && places[group] > 0 ? Int(places[group]) - 1 : nil
    }

    func figures(_ group: Int) -> AttributionFigures { place(of: group).map { figures[$0] } ?? blank }

    func key(_ group: Int) -> ReportKey {
        place(of: group).flatMap { spellings[Int(names[$0])]?[group] } ?? .empty
    }

    /// The groups in the order that was wished for, ties by what they are compared by.
    func sorted(by sort: AttributionSort, descending: Bool) -> [Int] {
        guard let keys = spellings.lazy.compactMap({ $0 }).first else { return [] }
        let rows = zip(groups, figures).map { (group: $0, order: $1.order(sort)) }
        return rows.sorted { left, right in
            let (first, second) = (left.order, right.order)
            if first == second {
                let (one, other) = (keys.text(left.group), keys.text(right.group))
                return sort == .name && descending ? other < one : one < other
            }
            guard let first, let second else { return first != nil }
            return descending ? first > second : first < second
        }.map(\.group)
    }
}

/// The figures of the days that a report is compared with, brought to the rows that it has now.
///
/// What is known by an ID in one of the times and by its name alone in the other is the same thing.
struct AdComparison {
    private let figures: [AdKey: AdFigures]
    /// What has no row now.
    private let unmatched: [AdFigures]
    /// Everything that stood below the path then, whether it is still there or not.
    let total: AdFigures

    init(_ request: AdReportRequest, now: AdJoin, before: AdJoin) {
        var paths: [[AdKey]] = [[]]
        for (depth, key) in request.path.enumerated() {
            let rows = AdSameness(now.rows(.campaigns, below: Array(request.path.prefix(depth))))
            paths = paths.flatMap { path in
                before.rows(.campaigns, below: path).filter { rows.key(of: $0) == key }.map { path + [$0.key] }
            }
        }
        let rows = paths.flatMap { before.rows(request.division, below: $0) }
        let sameness = AdSameness(now.rows(request.division, below: request.path))
        var figures: [AdKey: AdFigures] = [:]
        for row in rows {
            guard let key = sameness.key(of: row) else { continue }
            figures[key] = [figures[key], row.figures].compactMap { $0 }.sum
        }
        self.figures = figures
        unmatched = rows.filter { sameness.key(of: $0) == nil }.map(\.figures)
        total = rows.lazy.map(\.figures).sum
    }

    /// A row with what it was then.
    func completed(_ row: AdReportRow) -> AdReportRow {
        var row = row
        row.compared = figures[row.key] ?? .nothing
        return row
    }

    /// What there was then beside the rows that are shown now.
    func rest(beside shown: [AdReportRow]) -> AdFigures {
        let keys = Set(shown.map(\.key))
        return (figures.filter { !keys.contains($0.key) }.map(\.value) + unmatched).sum
    }
}

/// Finds what a row of another time is among rows of one level.
private struct AdSameness {
    private var keys: Set<AdKey> = []
    private var ids: [String: Set<AdKey>] = [:]

    init(_ rows: [AdReportRow]) {
        for row in rows {
            keys.insert(row.key)
            if case .id = row.key, let label = row.label { ids[AdName.folded(label), default: []].insert(row.key) }
        }
    }

    /// Nil for what is not there. A name that several have is nobody's.
    func key(of row: AdReportRow) -> AdKey? {
        if keys.contains(row.key) { return row.key }
        switch row.key {
        case .name(let name):
            guard let known = ids[name], known.count == 1 else { return nil }
            return known.first
        case .id:
            let named = row.label.map { AdKey.name(AdName.folded($0)) }
            return named.flatMap { keys.contains($0) ? $0 : nil }
        case .none: return nil
        }
    }
}

/// What leads to any of several rows of one level, in as few questions as there can be.
struct AdOtherWays {
    private let rows: [AdReportRow]

    init(_ rows: [AdReportRow]) { self.rows = rows }

    /// Each list is one way; nobody comes by two of them.
    func filters(_ columns: (AdLevel) -> (id: ReportColumn, name: ReportColumn)) -> [[ReportFilter]] {
        guard let level = rows.first?.level else { return [] }
        let (id, name) = columns(level)
        if level == .keyword { return keywords(matchType: id, keyword: name) }
        let ids = rows.compactMap { row in if case .id(let text) = row.key { text } else { nil } }
        let withoutID = ReportFilter(id, .isAny(of: ["", AdReportQueries.placeholder]))
        return Self.parts(ids).map { [ReportFilter(id, .isAny(of: $0))] }
            + Self.parts(names).map { [withoutID, ReportFilter(name, .isAny(of: $0))] }
    }

    /// The names of those that came without an ID; the empty one is that of a row of none.
    private var names: [String] {
        rows.flatMap { row in
            switch row.key {
            case .id: row.names
            case .name(let name): [name]
            case .none: [""]
            }
        }
    }

    /// Keywords that are met by the same match types share a way: no keyword stands twice among them.
    private func keywords(matchType: ReportColumn, keyword: ReportColumn) -> [[ReportFilter]] {
        var byMatches: [[String]: [String]] = [:]
        for row in rows {
            guard let parts = row.key.keywordParts else { continue }
            let matches = row.names.isEmpty ? [parts.matchType] : row.names
            byMatches[matches, default: []].append(parts.keyword)
        }
        let known = byMatches.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap { matches, keywords in
            let texts = matches + (matches.contains("") ? [AdReportQueries.placeholder] : [])
            return Self.parts(keywords).map {
                [ReportFilter(keyword, .isAny(of: $0)), ReportFilter(matchType, .isAny(of: texts))]
            }
        }
        return known + (rows.contains { $0.key == .none } ? [[ReportFilter(keyword, .isEmpty)]] : [])
    }

    /// As many as one filter takes.
    private static func parts(_ texts: [String]) -> [[String]] {
        let sorted = texts.sorted()
        return stride(from: 0, to: sorted.count, by: ReportFilter.mostValues).map {
            Array(sorted[$0..<min($0 + ReportFilter.mostValues, sorted.count)])
        }
    }
}

import Attribution

/// How many contacts came by one source and last came back by another.
public struct AttributionMatrix: Sendable, Equatable {
    private struct Cell: Hashable, Sendable {
        let first: String
        let latest: String
    }

    /// The sources that occur, in the order in which they are always listed.
    public let sources: [ReportKey]
    private let counts: [Cell: Int]
    public let total: Int

    init(_ answer: ReportAnswer?) {
        var (counts, keys): ([Cell: Int], [String: ReportKey]) = ([:], [:])
        for row in answer?.rows ?? [] where row.keys.count == 2 {
            let cell = Cell(first: row.keys[0].text, latest: row.keys[1].text)
            counts[cell] = Int(row.values.first?.number ?? 0)
            for key in row.keys { keys[key.text] = key }
        }
        self.counts = counts
        sources = keys.values.sorted { Self.place($0.text) < Self.place($1.text) }
        total = Int(answer?.total.first?.number ?? 0)
    }

    public func count(first: ReportKey, latest: ReportKey) -> Int {
        counts[Cell(first: first.text, latest: latest.text)] ?? 0
    }

    private static func place(_ text: String) -> Int {
        Source.allCases.firstIndex { $0.rawValue == text } ?? Source.allCases.count
    }
}

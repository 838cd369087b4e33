/// When something of a subject has changed: ranges in their order, apart from each other.
struct RollupChanges: Sendable {
    private let ranges: [Range<Milliseconds>]

    init(_ all: [Range<Milliseconds>]) { ranges = Self.joined(all, apart: 0) }

    /// The ranges, those together that are no more than a day apart: between two such hardly any block lies.
    var runs: [Range<Milliseconds>] { Self.joined(ranges, apart: .day) }

    private static func joined(
        _ ranges: [Range<Milliseconds>], apart distance: Milliseconds
    ) -> [Range<Milliseconds>] {
        ranges.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) {
            joined, range in
            if let last = joined.last, range.lowerBound.bounded(minus: distance) <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
    }

    /// Whether something of a range has changed.
    func reach(into range: Range<Milliseconds>) -> Bool {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].lowerBound < range.upperBound
    }
}

/// How the facts of a range are read: from blocks, and between those from parts.
struct RollupCover: Sendable, Equatable {
    private(set) var blocks: [RollupBlock] = []
    private(set) var gaps: [Range<Milliseconds>] = []

    /// The order in which blocks are asked for: that of their beginnings, the longest of each first.
    static func isInOrder(_ left: RollupBlock, _ right: RollupBlock) -> Bool {
        let (first, second) = (left.range.lowerBound, right.range.lowerBound)
        return first != second ? first < second : left.span.rawValue > right.span.rawValue
    }

    /// - Parameters:
    ///   - all: in the order that `isInOrder` says.
    ///   - cuts: moments, in their order, which no block may reach across.
    init(of range: Range<Milliseconds>, from all: [RollupBlock], cuts: [Milliseconds] = []) {
        var place = range.lowerBound
        for block in all where block.range.lowerBound >= place && block.range.upperBound <= range.upperBound {
            guard !cuts.hasElement(within: block.range) else { continue }
            if place < block.range.lowerBound { gaps.append(place..<block.range.lowerBound) }
            blocks.append(block)
            place = block.range.upperBound
        }
        if place < range.upperBound { gaps.append(place..<range.upperBound) }
    }
}

extension [Milliseconds] {
    /// Whether one of these, which stand in their order, lies between the ends of a range.
    fileprivate func hasElement(within range: Range<Milliseconds>) -> Bool {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < endIndex && self[low] < range.upperBound
    }
}

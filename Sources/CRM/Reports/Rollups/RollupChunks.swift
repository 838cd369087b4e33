/// Where the rows of a block lie: in the order of their codes, cut into chunks.
///
/// Whoever asks for what is below one campaign reads the chunks that it may lie in, and no others.
struct RollupChunks: Hashable, Sendable {
    /// How many codes a row has.
    private let columns: Int
    /// Of each chunk how many rows it has, then the codes of the first of them.
    private var numbers: [UInt32] = []

    /// A chunk that is made has no more rows than this.
    static let mostRows = 1_024

    init(columns: Int) { self.columns = columns }

    var count: Int { numbers.count / (columns + 1) }

    /// How many rows there are in all chunks.
    var rows: Int { (0..<count).reduce(0) { $0 + rows(of: $1) } }

    func rows(of chunk: Int) -> Int { Int(numbers[chunk * (columns + 1)]) }

    /// - Parameter first: the codes of the first row, which is not less than any row before it.
    mutating func append(rows: Int, first: [UInt32]) {
        precondition(rows > 0 && rows <= Self.mostRows && first.count == columns)
        numbers.append(UInt32(rows))
        numbers.append(contentsOf: first)
    }

    /// The chunks, those side by side together, in which rows may lie that begin with one of the prefixes.
    func runs(_ prefixes: RollupPrefixes) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for run in prefixes.all.map(run).sorted(by: { $0.lowerBound < $1.lowerBound }) where !run.isEmpty {
            if let last = runs.last, last.upperBound >= run.lowerBound {
                runs[runs.count - 1] = last.lowerBound..<max(last.upperBound, run.upperBound)
            } else {
                runs.append(run)
            }
        }
        return runs
    }

    /// The chunks that do not end before a prefix and do not begin after it.
    private func run(_ prefix: [UInt32]) -> Range<Int> {
        let notBefore = firstChunk { !$0.lexicographicallyPrecedes(prefix) }
        let after = firstChunk { prefix.lexicographicallyPrecedes($0) }
        let begin = max(0, notBefore - 1)
        return begin..<max(begin, after)

        /// Chunks stand in their order: those of which something holds are the last ones.
        func firstChunk(where holds: (ArraySlice<UInt32>) -> Bool) -> Int {
            var (low, high) = (0, count)
            while low < high {
                let middle = (low + high) / 2
                if holds(first(of: middle).prefix(prefix.count)) { high = middle } else { low = middle + 1 }
            }
            return low
        }
    }

    private func first(of chunk: Int) -> ArraySlice<UInt32> {
        let start = chunk * (columns + 1) + 1
        return numbers[start..<start + columns]
    }
}

extension RollupChunks {
    /// - Throws: `FactError.damaged` when the bytes are not what `stored` makes.
    init(stored bytes: [UInt8], columns: Int) throws(FactError) {
        guard bytes.count.isMultiple(of: 4 * (columns + 1)) else { throw .damaged }
        self.init(columns: columns)
        numbers = stride(from: 0, to: bytes.count, by: 4).map { bytes.littleEndian(at: $0) }
        for chunk in 0..<count where rows(of: chunk) == 0 { throw .damaged }
    }

    /// Four bytes a number, the lowest one first.
    var stored: [UInt8] {
        numbers.reduce(into: []) { $0.append(littleEndian: $1) }
    }
}

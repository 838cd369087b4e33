import Attribution

/// How many move from which source to which; the diagonal stays.
public struct SourceMatrix: Sendable, Equatable {
    /// One move with its count.
    public struct Cell: Sendable, Equatable {
        public let from: Source
        public let to: Source
        public let count: Int
    }

    /// Row by row, in the order of `Source.allCases`.
    private(set) var counts: [Int]

    public init() { counts = Array(repeating: 0, count: Source.count * Source.count) }

    /// Nil for numbers that are no matrix of the sources there are.
    init?(counts: [Int]) {
        guard counts.count == Source.count * Source.count else { return nil }
        self.counts = counts
    }

    public internal(set) subscript(from: Source, to: Source) -> Int {
        get { counts[from.position * Source.count + to.position] }
        set { counts[from.position * Source.count + to.position] = newValue }
    }

    /// Every pair that occurs, the largest first.
    public var cells: [Cell] {
        Source.allCases.flatMap { from in
            Source.allCases.map { to in Cell(from: from, to: to, count: self[from, to]) }
        }
        .filter { $0.count > 0 }
        .sorted { $0.count > $1.count }
    }

    /// Every pair of two sources that occurs, the largest first.
    public var moves: [Cell] { cells.filter { $0.from != $0.to } }

    public var total: Int { counts.reduce(0, +) }
    public var moved: Int { total - Source.allCases.reduce(0) { $0 + self[$1, $1] } }

    /// How many have a source before.
    public func before(_ source: Source) -> Int { Source.allCases.reduce(0) { $0 + self[source, $1] } }
    /// How many have a source afterwards.
    public func after(_ source: Source) -> Int { Source.allCases.reduce(0) { $0 + self[$1, source] } }
}

extension Source {
    static let count = allCases.count

    /// Where it stands in `allCases`.
    var position: Int {
        switch self {
        case .paidSearch: 0
        case .paidSocial: 1
        case .organicSearch: 2
        case .socialMedia: 3
        case .referral: 4
        case .direct: 5
        case .others: 6
        case .crmUI: 7
        case .crmWorkflows: 8
        case .thirdParty: 9
        }
    }
}

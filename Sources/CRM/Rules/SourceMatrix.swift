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
    private var counts: [Int]

    public init() { counts = Array(repeating: 0, count: Source.count * Source.count) }

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

/// `{"direct": {"referral": 3}}`: by name, so that what is stored can be read when there are other sources.
extension SourceMatrix: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self.init()
        for (from, row) in try container.decode([String: [String: Int]].self) {
            for (to, count) in row {
                guard let from = Source(rawValue: from), let to = Source(rawValue: to), count >= 0 else {
                    throw DecodingError.dataCorruptedError(in: container, debugDescription: "no move of sources")
                }
                self[from, to] = count
            }
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var rows: [String: [String: Int]] = [:]
        for cell in cells { rows[cell.from.rawValue, default: [:]][cell.to.rawValue] = cell.count }
        var container = encoder.singleValueContainer()
        try container.encode(rows)
    }
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

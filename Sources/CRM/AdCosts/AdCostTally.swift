/// What became of some costs.
public struct AdCostTally: Sendable, Equatable, Codable {
    public internal(set) var new = 0
    public internal(set) var changed = 0
    /// Those that were there already, with the same figures.
    public internal(set) var same = 0
    /// Which of them, by number, have no ID and a name that several rows with IDs share.
    public internal(set) var ambiguous: [Int] = []

    public var written: Int { new + changed + same }

    mutating func add(_ other: AdCostTally, from start: Int) {
        new += other.new
        changed += other.changed
        same += other.same
        ambiguous += other.ambiguous.map { $0 + start }
    }
}

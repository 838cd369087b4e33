import Database

/// Reads again what marks point at, and mends the parts that it is in.
struct FactMending {
    /// What is to be written, an account each.
    private(set) var builds: [FactBuild] = []
    /// The marks that are done with then.
    private(set) var done: [Int64] = []
    /// The accounts of which a contact is gone.
    private(set) var bereaved: Set<AccountID> = []
    private let mostWeight: Int

    /// So many marks are looked at together.
    static let mostMarks = 20_000
    /// So many of them may be such as do not say themselves when it was.
    static let mostLookups = 1_000
    /// So many rows, or what is as much work, are enough for one transaction, which keeps everybody else waiting who
    /// writes: what is left is for the next one.
    static let mostWeight = 8_000

    init(
        _ connection: Connection, _ marks: [FactMark], partRows: Int, mostWeight: Int = Self.mostWeight
    ) throws {
        self.mostWeight = mostWeight
        let moments = try FactMoment.all(connection, marks)
        // Whoever has waited for longest comes first, so that nobody waits for ever.
        let oldest = Dictionary(marks.map { ($0.account, $0.seq) }, uniquingKeysWith: min)
        for (account, own) in Dictionary(grouping: marks, by: \.account).sorted(by: {
            (oldest[$0.key] ?? 0) < (oldest[$1.key] ?? 0)
        }) {
            guard let source = try FactSource(connection, account) else {
                done += own.map(\.seq)
                continue
            }
            guard weight < mostWeight else { break }
            try mend(connection, own, moments, FactBuilder(source, partRows: partRows))
        }
    }

    private var weight: Int { builds.reduce(0) { $0 + $1.weight } }

    private mutating func mend(
        _ connection: Connection, _ marks: [FactMark], _ moments: FactMoment, _ fresh: FactBuilder
    ) throws {
        var builder = fresh
        var reach = FactReach(fresh.account)
        let before = weight
        for mark in marks {
            let targets = moments.of(mark)
            // All of a mark or nothing of it. To find more in a part that is mended anyway costs next to nothing: so the
            // more has changed, the less each change costs, and the marks that wait do not become ever more.
            let isFull = before + builder.weight >= mostWeight
            guard !isFull || targets.allSatisfy({ reach.holds($0.0, $0.1) }) else { continue }
            for (subject, moment) in targets {
                let (place, isNew) = try reach.take(subject, moment, connection)
                if place.rows > 0 {
                    builder.touch(moment, in: place, of: subject)
                } else if isNew {
                    try builder.build(FactStretch(subject, place.range))
                }
            }
            done.append(mark.seq)
            if case .erased = mark.target { bereaved.insert(mark.account) }
        }
        try builder.splice()
        builds.append(try builder.finished(connection))
    }
}

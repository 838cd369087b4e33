import Database

/// Reads again what marks point at, and mends the parts that it is in.
struct FactMending {
    /// What is to be written, an account each.
    private(set) var builds: [FactBuild] = []
    /// The marks that are done with then.
    private(set) var done: [Int64] = []
    /// The accounts of which a contact is gone.
    private(set) var bereaved: Set<AccountID> = []

    /// So many marks are looked at together.
    static let mostMarks = 20_000
    /// So many rows, or what is as much work, are enough for one transaction: what is left is for the next one.
    private static let mostWeight = 60_000

    init(_ connection: Connection, _ marks: [FactMark], partRows: Int) throws {
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
            guard weight < Self.mostWeight else { break }
            try mend(connection, own, moments, FactBuilder(source, partRows: partRows))
        }
    }

    private var weight: Int { builds.reduce(0) { $0 + $1.weight } }

    private mutating func mend(
        _ connection: Connection, _ marks: [FactMark], _ moments: FactMoment, _ fresh: FactBuilder
    ) throws {
        var builder = fresh
        let before = weight
        var places: [FactStretch: FactPlaces] = [:]
        var built: Set<FactStretch> = []
        for mark in marks {
            // All of a mark or nothing of it: one that points at more than this would never be done with otherwise.
            guard before + builder.weight < Self.mostWeight else { break }
            for (subject, moment) in moments.of(mark) {
                let day = FactStretch(subject, FactStretch.day(of: moment))
                let known =
                    try places[day] ?? FactPlaces(day.range, FactPartStore.places(connection, mark.account, day))
                places[day] = known
                let place = known.place(of: moment)
                if place.rows > 0 {
                    builder.touch(moment, in: place, of: subject)
                } else if built.insert(FactStretch(subject, place.range)).inserted {
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

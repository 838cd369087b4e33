import Database

/// Makes those parts anew that marks point at.
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
        var places: [FactStretch: [Range<Milliseconds>]] = [:]
        var built: Set<FactStretch> = []
        for mark in marks {
            // All of a mark or nothing of it: one that points at more than this would never be done with otherwise.
            guard before + builder.weight < Self.mostWeight else { break }
            for (subject, moment) in moments.of(mark) {
                let day = FactStretch(subject, FactStretch.day(of: moment))
                let parts = try places[day] ?? FactPartStore.ranges(connection, mark.account, day)
                places[day] = parts
                let stretch = FactStretch(subject, Self.range(of: moment, among: parts, in: day.range))
                if built.insert(stretch).inserted { try builder.build(stretch) }
            }
            done.append(mark.seq)
            if case .erased = mark.target { bereaved.insert(mark.account) }
        }
        builds.append(try builder.finished(connection))
    }

    /// The part that a moment lies in, or what there is between two of them.
    static func range(
        of moment: Milliseconds, among parts: [Range<Milliseconds>], in day: Range<Milliseconds>
    ) -> Range<Milliseconds> {
        var start = day.lowerBound
        for part in parts {
            if part.contains(moment) { return part }
            if part.lowerBound > moment { return start..<part.lowerBound }
            start = part.upperBound
        }
        return start..<day.upperBound
    }
}

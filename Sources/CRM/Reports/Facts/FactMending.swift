import Database

/// Reads again what marks point at, and mends the parts that it is in.
struct FactMending {
    /// What is to be written, an account each.
    private(set) var builds: [FactBuild] = []
    /// The marks that are done with then.
    private(set) var done: [Int64] = []
    /// Whether no mark is left then: it did all that it was given, and was given all there were.
    var isWhole: Bool { done.count == marks.all.count && marks.cutOff == nil }
    /// The accounts of which something is done, but not everything.
    private(set) var unfinished: [AccountID] = []
    /// The accounts of which a contact is gone.
    private(set) var bereaved: Set<AccountID> = []
    private let marks: FactMarks
    private let mostWeight: Int

    /// So many marks are looked at together.
    static let mostMarks = 20_000
    /// So many of them may be such as do not say themselves when it was.
    static let mostLookups = 1_000
    /// So many rows, or what is as much work, are enough for one transaction: on SQLite everybody else who writes waits
    /// for it. What is left is for the next one.
    static let mostWeight = 8_000

    /// - Parameter marks: the accounts take turns in their order.
    init(
        _ connection: Connection, _ marks: FactMarks, partRows: Int, mostWeight: Int = Self.mostWeight
    ) throws {
        self.marks = marks
        self.mostWeight = mostWeight
        let moments = try FactMoment.all(connection, marks.all)
        for (account, own) in Self.byAccount(marks.all) {
            guard weight < mostWeight else { break }
            let before = done.count
            if let source = try FactSource(connection, account) {
                try mend(connection, own, moments, FactBuilder(source, partRows: partRows))
            } else {
                done += own.map(\.seq)
            }
            if done.count - before < own.count || account == marks.cutOff { unfinished.append(account) }
        }
    }

    /// The accounts in the order of their first marks.
    private static func byAccount(_ marks: [FactMark]) -> [(AccountID, [FactMark])] {
        var places: [AccountID: Int] = [:]
        var groups: [(AccountID, [FactMark])] = []
        for mark in marks {
            let place = places[mark.account] ?? groups.count
            if place == groups.count { groups.append((mark.account, [])) }
            places[mark.account] = place
            groups[place].1.append(mark)
        }
        return groups
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
            // All of a mark or nothing of it. To find more in a part that is mended anyway costs next to nothing: so
            // the more has changed, the less each change costs, and the marks that wait do not become ever more.
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

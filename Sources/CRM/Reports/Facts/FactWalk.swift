import Database

/// The making of all of an account's facts, subject by subject and day by day.
struct FactWalk: Sendable {
    let account: AccountID
    /// How many walks this account had before.
    let number: Int
    let subject: ReportSubject
    /// Everything before is done.
    let at: Milliseconds
    /// Whether it is known how many rows there are.
    let isCounted: Bool

    /// Before every moment.
    static let beginning: Milliseconds = .min + 1

    /// A step of the walk is over after so many rows, or what is as much work.
    static let stepWeight = 30_000

    /// Makes the facts of the next days.
    ///
    /// - Returns: what is to be written, and where the walk goes on; nil at its end.
    func step(_ connection: Connection, partRows: Int) throws -> (build: FactBuild, next: FactWalk?)? {
        guard let source = try FactSource(connection, account) else { return nil }
        var builder = FactBuilder(source, partRows: partRows)
        var place = at
        while builder.weight < Self.stepWeight {
            guard let moment = try source.firstMoment(subject, from: place) else {
                builder.clear(FactStretch(subject, place..<Milliseconds.max))
                return (try builder.finished(connection), nextSubject)
            }
            let day = FactStretch.day(of: moment)
            let start = max(place, day.lowerBound)
            if place < start { builder.clear(FactStretch(subject, place..<start)) }
            try builder.build(FactStretch(subject, start..<day.upperBound))
            place = day.upperBound
        }
        return (try builder.finished(connection), moved(to: subject, place))
    }

    private var nextSubject: FactWalk? {
        let all = ReportSubject.allCases
        guard let index = all.firstIndex(of: subject), index + 1 < all.count else { return nil }
        return moved(to: all[index + 1], Self.beginning)
    }

    private func moved(to subject: ReportSubject, _ place: Milliseconds) -> FactWalk {
        FactWalk(account: account, number: number, subject: subject, at: place, isCounted: isCounted)
    }

    /// How many rows the walk is going to read.
    func count(_ connection: Connection) throws -> Int {
        guard let source = try FactSource(connection, account) else { return 0 }
        return try ReportSubject.allCases.reduce(0) { try $0 + source.count($1) }
    }
}

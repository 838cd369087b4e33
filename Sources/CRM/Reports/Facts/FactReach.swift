import Database

/// The parts of an account, and the places between them, that one mending has to do with.
struct FactReach {
    private let account: AccountID
    /// Of days that were looked at.
    private var places: [FactStretch: FactPlaces] = [:]
    private var taken: Set<FactStretch> = []

    init(_ account: AccountID) { self.account = account }

    /// Whether a moment lies in what was taken.
    func holds(_ subject: ReportSubject, _ moment: Milliseconds) -> Bool {
        guard let known = places[Self.day(subject, moment)] else { return false }
        return taken.contains(FactStretch(subject, known.place(of: moment).range))
    }

    /// Takes what a moment lies in; says whether it was not taken before.
    mutating func take(
        _ subject: ReportSubject, _ moment: Milliseconds, _ connection: Connection
    ) throws -> (place: FactPlace, isNew: Bool) {
        let day = Self.day(subject, moment)
        let known = try places[day] ?? FactPlaces(day.range, FactPartStore.places(connection, account, day))
        places[day] = known
        let place = known.place(of: moment)
        return (place, taken.insert(FactStretch(subject, place.range)).inserted)
    }

    private static func day(_ subject: ReportSubject, _ moment: Milliseconds) -> FactStretch {
        FactStretch(subject, FactStretch.day(of: moment))
    }
}

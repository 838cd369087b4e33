/// One moment of an account's figures: whatever is asked of it agrees with everything else that is.
///
/// It is good within the work that `Reports.moment` was given, and no longer.
public struct ReportMoment {
    var reading: ReportReading

    /// Rules that not all of the figures speak by yet; nil when all of them do.
    public var rulesUnderway: RulesUnderway? { reading.rulesUnderway }

    /// What a preset means today.
    public func days(_ preset: ReportPreset, now: Milliseconds) throws -> ReportDays {
        let calendar = reading.calendar
        let first = preset == .all ? try FactSpan.first(reading.connection, reading.account) : nil
        return preset.days(today: calendar.day(of: now), first: first.map(calendar.day))
    }

    /// What amounts are counted in.
    public mutating func currency() throws -> Currency { try reading.currencyRates().base }

    /// - Throws: `ReportProblem`, of the first question that has one.
    public mutating func answer(_ queries: [ReportQuery]) throws -> [ReportAnswer] {
        if let problem = queries.lazy.flatMap(\.problems).first { throw problem }
        return try Reports.answers(queries, &reading)
    }

    /// The contacts behind a figure: whose things the question counts, whatever it groups them by.
    ///
    /// - Throws: `ReportProblem`; of visits there are no contacts.
    public mutating func contacts(
        behind query: ReportQuery, after place: ReportContacts.Place? = nil, limit: Int
    ) throws -> ReportContacts {
        if let problem = query.problems.first { throw problem }
        guard query.subject.hasContact else { throw ReportProblem.strangeMetric(.distinctContacts, query.subject) }
        var scan = try ContactsScan(query, &reading)
        try FactReader.scan(
            reading.connection, reading.account, query.subject, range: scan.range, columns: scan.columns
        ) { try scan.look(at: $0) }
        return scan.page(after: place, limit: limit)
    }
}

extension Reports {
    /// Runs work that asks several things which have to agree: all of it sees one moment of the account.
    ///
    /// - Throws: `ReportProblem`, and what the work throws.
    public func moment<Value: Sendable>(
        of account: Account, _ work: @escaping @Sendable (inout ReportMoment) throws -> Value
    ) async throws -> Value {
        try await read(account) { reading in
            var moment = ReportMoment(reading: reading)
            return try work(&moment)
        }
    }
}

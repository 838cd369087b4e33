import Database

/// The figures of an account: answered from facts in columns, each answer from one moment of the database.
public struct Reports: Sendable {
    let database: Database
    private let dictionaries = FactDictionaries()

    init(database: Database) { self.database = database }

    /// The answers to several questions, all of the same moment: what they need in common is read once.
    ///
    /// - Throws: `ReportProblem`, of the first question that has one.
    public func answer(_ queries: [ReportQuery], for account: Account) async throws -> [ReportAnswer] {
        try await moment(of: account) { try $0.answer(queries) }
    }

    static func answers(_ queries: [ReportQuery], _ reading: inout ReportReading) throws -> [ReportAnswer] {
        var scans = try ReportScans(queries, &reading)
        try scans.walk(reading)
        return try scans.answers()
    }

    /// The contacts behind a figure: whose things the question counts, whatever it groups them by.
    ///
    /// - Throws: `ReportProblem`; of visits there are no contacts.
    public func contacts(
        behind query: ReportQuery, for account: Account, after place: ReportContacts.Place? = nil, limit: Int
    ) async throws -> ReportContacts {
        try await moment(of: account) { try $0.contacts(behind: query, after: place, limit: limit) }
    }

    /// Values of a field that contain a text, to choose a filter from: in the order of their keys.
    public func values(
        of field: ReportField, containing text: String = "", for account: Account, limit: Int = 20
    ) async throws -> [ReportKey] {
        try await read(account) { reading in
            let dictionary = try reading.dictionary(.report(ReportColumn(field, .first)))
            return dictionary.suggestions(try reading.names(for: field), of: field, containing: text, limit: limit)
        }
    }

    public func calendar(for account: Account) async throws -> ReportCalendar {
        try await database.read { try ReportCalendar.load($0, account.id) }
    }

    /// What a preset means today.
    public func days(_ preset: ReportPreset, for account: Account, now: Milliseconds) async throws -> ReportDays {
        try await database.read { connection in
            let calendar = try ReportCalendar.load(connection, account.id)
            let first = preset == .all ? try FactSpan.first(connection, account.id) : nil
            return preset.days(today: calendar.day(of: now), first: first.map(calendar.day))
        }
    }

    /// Nil when there is an answer to everything; else how much is done, between 0 and 1.
    public func readiness(for account: Account) async throws -> Double? {
        let readiness = try await database.read { try FactState.readiness($0, account.id) }
        return readiness.isReady ? nil : readiness.share
    }

    /// One moment of the account's facts.
    func read<Value: Sendable>(
        _ account: Account, _ body: @escaping @Sendable (inout ReportReading) throws -> Value
    ) async throws -> Value {
        try await database.read { [dictionaries] connection in
            var reading = try ReportReading(connection, account, dictionaries)
            return try body(&reading)
        }
    }
}

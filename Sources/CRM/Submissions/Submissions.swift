import Database

/// What came in through forms: accepted, held and split, and what was refused.
public struct Submissions: Sendable {
    let database: Database
    let ids: IDSource

    public func page(_ account: AccountID, _ query: SubmissionQuery) async throws -> SubmissionPage {
        try await database.read { try SubmissionStore.page($0, account, query) }
    }

    /// The submissions of forms that became contacts', as programs list them.
    public func sent(_ account: AccountID, _ query: SentFormQuery) async throws -> SentForms {
        try await database.read { try SentFormStore.page($0, account, query) }
    }

    /// - Throws: `NotFound.conversion`.
    public func submission(_ account: AccountID, _ id: ConversionID) async throws -> Conversion {
        try await database.read { connection in
            guard let conversion = try ConversionStore.conversion(connection, account, id) else {
                throw NotFound.conversion
            }
            return conversion
        }
    }

    public func heldCount(_ account: AccountID) async throws -> Int {
        try await database.read { try SubmissionStore.heldCount($0, account) }
    }

    /// Every form that has brought something, own and external, the most recent first.
    public func formsSeen(_ account: AccountID) async throws -> [FormActivity] {
        try await database.read { try SubmissionStore.formsSeen($0, account) }
    }

    /// How often events were refused since a day (days since 1970, UTC), by cause, the most frequent first; and how often
    /// of these since a later day.
    public func refusals(
        _ account: AccountID, sinceDay day: Int64, latelySinceDay recent: Int64
    ) async throws -> [RefusalCount] {
        try await database.read { try RefusalStore.counts($0, account, sinceDay: day, latelySinceDay: recent) }
    }

    /// The websites whose events were refused since a day (at most a week ago), the busiest first.
    public func refusedHosts(_ account: AccountID, sinceDay day: Int64) async throws -> [RefusedHost] {
        try await database.read { try RefusedHostStore.counts($0, account, sinceDay: day) }
    }
}

/// How often events were refused for one cause.
public struct RefusalCount: Sendable, Equatable {
    /// Nil for one that another version of this server counted.
    public let cause: RefusalCause?
    public let count: Int
    public let lately: Int

    public init(cause: RefusalCause?, count: Int, lately: Int) {
        self.cause = cause
        self.count = count
        self.lately = lately
    }
}

/// A website that is not among the account's domains, and how many of its events were refused.
public struct RefusedHost: Sendable, Equatable {
    public let name: String
    public let count: Int

    public init(name: String, count: Int) {
        self.name = name
        self.count = count
    }
}

/// A form and what it has brought so far.
public struct FormActivity: Sendable, Equatable {
    public let formID: String
    public let name: String
    public let kind: Conversion.Kind
    public let submissions: Int
    public let lastAt: Milliseconds
    /// One of the pages it was sent from.
    public let pageURL: String?
}

import Attribution
import Database

/// Takes in what browsers send: the one write verb of the product's main road.
public struct Capture: Sendable {
    let database: Database
    let ids: IDSource
    let shelf: BookShelf
    private let known = CapturingAccounts()
    /// The IANA time zone of an IP address, when a database of them is there.
    let lookUpTimeZone: @Sendable (String) -> String?

    init(
        database: Database, ids: IDSource, shelf: BookShelf, lookUpTimeZone: @escaping @Sendable (String) -> String?
    ) {
        self.database = database
        self.ids = ids
        self.shelf = shelf
        self.lookUpTimeZone = lookUpTimeZone
    }

    /// Stores a batch of accepted events, and counts those that were refused, in one transaction; answers each accepted
    /// one, in order, after the commit.
    public func record(
        _ events: [CaptureEvent], refused: [RefusedEvent] = [], now: Milliseconds
    ) async throws -> [CaptureAnswer] {
        guard !events.isEmpty || !refused.isEmpty else { return [] }
        let work = CaptureWork(events: events, refused: refused, now: now)
        return try await record { work }
    }

    /// The same for what there is when the transaction begins.
    ///
    /// - Parameter work: asked for when the transaction has begun, and again, for the same, when it has to begin again.
    public func record(_ work: @escaping @Sendable () -> CaptureWork) async throws -> [CaptureAnswer] {
        try await database.write(.readCommittedByKey) { connection in
            let work = work()
            let answers = try take(work.events, connection, now: work.now)
            // Last: a cause has one row a day, and whoever has counted keeps others from it until the commit.
            try RefusalStore.add(connection, work.refused, day: work.now / .day)
            return answers
        }
    }

    /// Stores what `record` could not store as a whole: each event by itself, so that one that cannot be stored keeps no
    /// other from being so, in one transaction.
    ///
    /// - Returns: for each event its answer, or what was wrong with it.
    /// - Throws: what keeps the database from storing anything.
    public func recordEach(
        _ events: [CaptureEvent], now: Milliseconds
    ) async throws -> [Result<CaptureAnswer, PoisonedEvent>] {
        try await database.write(.readCommittedByKey) { connection in
            try CaptureLocks.take(connection, for: events)
            return try events.map { try takeAlone($0, connection, now: now) }
        }
    }

    /// What another writer was quicker with is refused once, and found the second time.
    private func takeAlone(
        _ event: CaptureEvent, _ connection: Connection, now: Milliseconds
    ) throws -> Result<CaptureAnswer, PoisonedEvent> {
        var fault = DatabaseFault.refused
        for _ in 1...2 {
            do {
                return .success(try connection.savepoint { try take([event], connection, now: now)[0] })
            } catch  where !DatabaseFault(error).isTransient {
                fault = DatabaseFault(error)
            }
        }
        return .failure(PoisonedEvent(isRefused: fault == .refused))
    }

    private func take(
        _ events: [CaptureEvent], _ connection: Connection, now: Milliseconds
    ) throws -> [CaptureAnswer] {
        guard !events.isEmpty else { return [] }
        var batch = newBatch(now: now)
        try batch.load(events, connection)
        let answers = events.map { batch.take($0) }
        try batch.save(connection)
        if let known = zip(events, answers).first(where: { $1 == .duplicate })?.0 {
            try TrackingStore.confirm(connection, Scoped(known.account, known.id))
        }
        return answers
    }

    /// Does what a held submission's arrival would have done, on the word of a person.
    ///
    /// - Throws: `NotFound.conversion` when there is no such held submission.
    public func release(_ account: AccountID, _ id: ConversionID, now: Milliseconds) async throws {
        try await database.write { connection in
            guard let held = try ConversionStore.held(connection, account, id), let event = held.payload?.event else {
                throw NotFound.conversion
            }
            var batch = newBatch(now: now)
            try batch.load([event], connection)
            let session = batch.touchSession(of: event)
            batch.convert(event, in: session, as: held)
            try batch.save(connection)
        }
    }

    /// Throws a held submission away; it stays visible as discarded.
    public func discard(_ account: AccountID, _ id: ConversionID) async throws {
        try await database.write { connection in
            guard try ConversionStore.discard(connection, account, id) else { throw NotFound.conversion }
        }
    }

    private func newBatch(now: Milliseconds) -> CaptureBatch {
        CaptureBatch(now: now, ids: ids, shelf: shelf, known: known, lookUpTimeZone: lookUpTimeZone)
    }
}

import Attribution
import Database

/// Takes in what browsers send: the one write verb of the product's main road.
public struct Capture: Sendable {
    let database: Database
    let ids: IDSource
    let shelf: BookShelf
    /// The IANA time zone of an IP address, when a database of them is there.
    let lookUpTimeZone: @Sendable (String) -> String?

    /// Stores a batch of accepted events in one transaction and answers each, in order, after the commit.
    public func record(_ events: [CaptureEvent], now: Milliseconds) async throws -> [CaptureAnswer] {
        guard !events.isEmpty else { return [] }
        return try await database.write { connection in
            var batch = newBatch(now: now)
            try batch.load(events, connection)
            let answers = events.map { batch.take($0) }
            try batch.save(connection)
            return answers
        }
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

    /// Counts events that were refused before they came this far.
    ///
    /// - Parameter hosts: the websites of those that were refused for coming from there, one an event.
    public func count(
        _ refusals: [(account: AccountID, reason: DropReason)], from hosts: [(account: AccountID, host: Host)] = [],
        now: Milliseconds
    ) async throws {
        guard !refusals.isEmpty else { return }
        let day = now / .day
        try await database.write { connection in
            for refusal in refusals {
                try RefusalStore.add(connection, refusal.account, refusal.reason, day: day)
            }
            for (account, host) in hosts { try RefusedHostStore.add(connection, account, host, day: day) }
            for account in Set(hosts.map(\.account)) { try RefusedHostStore.trim(connection, account, day: day) }
        }
    }

    private func newBatch(now: Milliseconds) -> CaptureBatch {
        CaptureBatch(now: now, ids: ids, shelf: shelf, lookUpTimeZone: lookUpTimeZone)
    }
}

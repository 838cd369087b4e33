import Attribution
import Database

/// The same touches under other lenses: a contact's own, and all contacts of a period.
///
/// Everything is worked out from the landings as they were stored, each time it is asked for.
public struct Lenses: Sendable {
    let database: Database
    /// The newest contacts of a period that a matrix looks at.
    var mostContacts = 200_000
    /// So many are read at a time: no read transaction stays open for long.
    var chunk = 1_000

    init(database: Database) { self.database = database }

    /// A contact's First, Latest and newest visits under every lens.
    ///
    /// - Throws: `NotFound.contact`.
    public func readings(_ account: AccountID, _ id: ContactID, visits limit: Int = 100) async throws -> LensReadings {
        let (attributions, visits) = try await database.read { connection in
            guard let contact = try ContactStore.contact(connection, account, id) else { throw NotFound.contact }
            return (
                try LensStore.attributions(connection, account, of: contact),
                try LensStore.visits(connection, account, of: id, limit: limit)
            )
        }
        let readers = Lens.allCases.map { LensReader($0) }
        var ownDomains = OwnDomainsReader()
        func readings(_ touch: LensTouch) throws -> [LensReading] {
            guard let landing = touch.landing else {
                return Lens.allCases.map { $0.read(withoutVisit: touch.source) }
            }
            let own = try ownDomains.read(touch.ownDomains)
            return readers.map { $0.read(landing, ownDomains: own) }
        }
        return LensReadings(
            attributions: try attributions.mapValues(readings),
            visits: try visits.map { visit in
                LensReadings.Visit(
                    startedAt: visit.startedAt, url: visit.touch.landing?.url ?? "",
                    readings: try readings(visit.touch))
            })
    }

    /// What two lenses call the contacts that were made in a period.
    public func matrix(
        _ account: AccountID, in period: Range<Milliseconds>, on position: AttributionPosition, _ pair: LensPair
    ) async throws -> LensMatrix {
        var tally = LensTally(pair)
        var last: ContactCursor?
        var found: [LensStore.ContactTouch] = []
        func next(_ limit: Int) async throws -> [LensStore.ContactTouch] {
            let place = last
            return try await database.read {
                try LensStore.contacts($0, account, in: period, on: position, after: place, limit: limit)
            }
        }
        repeat {
            try Task.checkCancellation()
            found = try await next(min(chunk, mostContacts - tally.contacts))
            for contact in found { try tally.take(contact) }
            last = found.last.map { ContactCursor(createdAt: $0.createdAt, id: $0.contact) } ?? last
        } while !found.isEmpty && tally.contacts < mostContacts
        let isCut = tally.contacts < mostContacts ? false : try await !next(1).isEmpty
        let samples = tally.samples
        let names = try await database.read { try ContactStore.names($0, account, samples) }
        return tally.matrix(on: position, names: names, isCutAt: isCut ? last?.createdAt : nil)
    }
}

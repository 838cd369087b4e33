import Database

/// What a contact lived through, newest first: visits with their pages, submissions, and what people did.
public struct Journey: Sendable {
    public let sessions: [SessionTouch]
    public let entries: [TimelineEntry]
    public let notes: [ContactNote]
    public let conversions: [ConversionID: Conversion]
    /// The very first session of the contact's visitors, which may be older than the one that converted.
    public let firstVisit: Session?
}

/// A visit with the pages that were opened in it.
public struct SessionTouch: Sendable {
    public let session: Session
    /// In order; at most 50.
    public let pages: [PageView]
}

extension Contacts {
    /// The newest `limit` touches of a contact.
    public func journey(_ account: AccountID, _ id: ContactID, limit: Int = 100) async throws -> Journey {
        try await database.read { connection in
            let sessions = try JourneyStore.sessions(connection, account, id, limit: limit)
            let entries = try TimelineStore.entries(connection, account, id, limit: limit)
            let notes = try NoteStore.notes(connection, account, id, after: nil, limit: limit)
            let conversions = try JourneyStore.conversions(connection, account, id, limit: limit)
            return Journey(
                sessions: try sessions.map { session in
                    SessionTouch(
                        session: session, pages: try JourneyStore.pages(connection, account, session.id, limit: 50))
                },
                entries: entries,
                notes: notes,
                conversions: Dictionary(conversions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
                firstVisit: try JourneyStore.firstVisit(connection, account, id))
        }
    }
}

import Database

/// A person's rights: everything that is held about them as one document, and forgetting all of it.
public struct Erasure: Sendable {
    let database: Database

    /// Everything that is held about the person behind a contact.
    ///
    /// - Throws: `NotFound.contact`.
    public func export(
        _ account: AccountID, _ contact: ContactID, by actor: AuditActor, now: Milliseconds
    ) async throws -> PersonRecord {
        // Pages outside of every visit are looked for among all: that may take its time.
        let record = try await database.read(limit: .none) { connection in
            let person = try PersonTraces(connection, account, contact)
            return PersonRecord(exportedAt: now, tables: try PersonStore.record(connection, person))
        }
        try await database.write { connection in
            try Audit.note(connection, account, .personExported, contact.rawValue, by: actor, at: now)
        }
        return record
    }

    /// Forgets the person behind a contact: the contact with all that hangs on it, submissions that wait or were discarded,
    /// the browsers that were theirs with their visits, and what was or would be sent to others.
    ///
    /// The ids of events stay, so that a retry that comes late resurrects nobody. A visit in which somebody else's
    /// submission was made is that person's and stays.
    ///
    /// - Throws: `NotFound.contact`.
    public func erase(
        _ account: AccountID, _ contact: ContactID, by actor: AuditActor, now: Milliseconds
    ) async throws {
        // Found by reading, which keeps nobody waiting: pages without a visit are in no index by their visitor.
        let pages = try await database.read(limit: .none) { connection in
            try PersonStore.pagesWithoutVisit(connection, try PersonTraces(connection, account, contact))
        }
        // What is being captured for one of the visitors knows the contact, and would write it back.
        try await database.write(.readCommitted) { connection in
            try CaptureLocks.keepOut(connection, account)
            guard try ContactStore.lock(connection, account, contact) else { throw NotFound.contact }
            let person = try PersonTraces(connection, account, contact)
            try PersonStore.deletePages(connection, account, pages)
            try PersonStore.deleteVisits(connection, person)
            try PersonStore.deleteSubmissions(connection, person)
            try PersonStore.forgetName(connection, person, now: now)
            try Outbox.erase(connection, account, contact)
            try ContactStore.delete(connection, account, contact)
            try PersonStore.deleteVisitors(connection, person)
            try MergeStore.forgetName(connection, account, of: contact)
            try Outbox.note(
                connection, [OutboxEvent(account, .contactDelete, object: contact.rawValue, contact: contact, at: now)])
            try Audit.note(connection, account, .personErased, contact.rawValue, by: actor, at: now)
        }
    }
}

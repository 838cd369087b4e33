import Database

/// The notes on contacts.
public struct Notes: Sendable {
    let database: Database
    let ids: IDSource

    /// The most notes that one answer lists.
    public static let mostListed = 500

    /// The notes of a contact, the newest first; with `after`, those that are older than that one.
    ///
    /// - Throws: `NotFound.contact`.
    public func list(
        _ account: AccountID, of contact: ContactID, after: NoteID? = nil, limit: Int = mostListed
    ) async throws -> [ContactNote] {
        try await database.read { connection in
            guard try ContactStore.contact(connection, account, contact) != nil else { throw NotFound.contact }
            return try NoteStore.notes(
                connection, account, contact, after: after, limit: min(max(limit, 1), Self.mostListed))
        }
    }

    /// - Throws: `NotFound.note`.
    public func note(_ account: AccountID, of contact: ContactID, _ id: NoteID) async throws -> ContactNote {
        try await database.read { try Self.found($0, account, contact, id) }
    }

    /// - Throws: `NotFound.contact`, `InvalidField`.
    public func create(
        _ account: AccountID, on contact: ContactID, _ edit: NoteEdit, by maker: ContactMaker, now: Milliseconds
    ) async throws -> ContactNote {
        let ids = ids
        return try await database.write { connection in
            guard try ContactStore.lock(connection, account, contact) else { throw NotFound.contact }
            try Self.checkUser(connection, account, edit)
            var note = ContactNote(
                id: ids.identifier(at: now), contact: contact, body: "", title: nil, color: nil, isPinned: false,
                user: nil, author: maker.name, createdAt: now, updatedAt: now)
            var edit = edit
            edit.body = edit.body ?? ""
            try note.apply(edit, now: now)
            try NoteStore.insert(connection, account, note)
            try Outbox.note(connection, [OutboxEvent(account, .noteCreate, note, at: now)])
            return note
        }
    }

    /// - Throws: `NotFound.note`, `InvalidField`.
    public func update(
        _ account: AccountID, of contact: ContactID, _ id: NoteID, _ edit: NoteEdit, now: Milliseconds
    ) async throws -> ContactNote {
        try await database.write { connection in
            var note = try Self.found(connection, account, contact, id)
            try Self.checkUser(connection, account, edit)
            try note.apply(edit, now: now)
            try NoteStore.update(connection, account, note)
            try Outbox.note(connection, [OutboxEvent(account, .noteUpdate, note, at: now)])
            return note
        }
    }

    /// - Throws: `NotFound.note`.
    public func delete(_ account: AccountID, of contact: ContactID, _ id: NoteID, now: Milliseconds) async throws {
        try await database.write { connection in
            let note = try Self.found(connection, account, contact, id)
            try NoteStore.delete(connection, account, note)
            try Outbox.note(connection, [OutboxEvent(account, .noteDelete, note, at: now)])
        }
    }

    private static func found(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID, _ id: NoteID
    ) throws -> ContactNote {
        guard let note = try NoteStore.note(connection, account, contact, id) else { throw NotFound.note }
        return note
    }

    private static func checkUser(_ connection: Connection, _ account: AccountID, _ edit: NoteEdit) throws {
        guard let user = edit.user ?? nil else { return }
        try AssignableUsers.check(connection, account, [user], field: "userId")
    }
}

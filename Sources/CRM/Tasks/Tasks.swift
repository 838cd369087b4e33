import Database

/// What is to be done for the contacts of an account.
public struct Tasks: Sendable {
    let database: Database
    let ids: IDSource

    /// The most tasks that a contact's list shows.
    public static let mostListed = 500

    /// The tasks of a contact, the first due ones first.
    ///
    /// - Throws: `NotFound.contact`.
    public func list(_ account: AccountID, of contact: ContactID) async throws -> [ContactTask] {
        try await database.read { connection in
            guard try ContactStore.contact(connection, account, contact) != nil else { throw NotFound.contact }
            return try TaskStore.tasks(connection, account, contact, limit: Self.mostListed)
        }
    }

    public func search(_ account: AccountID, _ query: TaskQuery) async throws -> [ContactTask] {
        try await database.read { try TaskSearch.tasks($0, account, query) }
    }

    /// - Throws: `NotFound.task`.
    public func task(_ account: AccountID, of contact: ContactID, _ id: TaskID) async throws -> ContactTask {
        try await database.read { try Self.found($0, account, contact, id) }
    }

    /// - Throws: `NotFound.contact`, `InvalidField`.
    public func create(
        _ account: AccountID, on contact: ContactID, _ edit: TaskEdit, by maker: ContactMaker, now: Milliseconds
    ) async throws -> ContactTask {
        let ids = ids
        return try await database.write { connection in
            guard try ContactStore.lock(connection, account, contact) else { throw NotFound.contact }
            try Self.checkUser(connection, account, edit)
            var task = ContactTask(
                id: ids.identifier(at: now), contact: contact, title: "", body: nil, dueAt: now, completedAt: nil,
                isCompleted: false, assignedTo: nil, author: maker.name, createdAt: now, updatedAt: now)
            var edit = edit
            edit.title = edit.title ?? ""
            try task.apply(edit, now: now)
            try TaskStore.insert(connection, account, task)
            try Outbox.note(connection, [OutboxEvent(account, .taskCreate, task, at: now)])
            return task
        }
    }

    /// - Throws: `NotFound.task`, `InvalidField`.
    public func update(
        _ account: AccountID, of contact: ContactID, _ id: TaskID, _ edit: TaskEdit, now: Milliseconds
    ) async throws -> ContactTask {
        try await database.write { connection in
            let before = try Self.found(connection, account, contact, id)
            try Self.checkUser(connection, account, edit)
            var task = before
            try task.apply(edit, now: now)
            try TaskStore.update(connection, account, task)
            if task.isCompleted, !before.isCompleted {
                try Outbox.note(connection, [OutboxEvent(account, .taskComplete, task, at: now)])
            }
            return task
        }
    }

    /// - Throws: `NotFound.task`.
    public func delete(_ account: AccountID, of contact: ContactID, _ id: TaskID, now: Milliseconds) async throws {
        try await database.write { connection in
            let task = try Self.found(connection, account, contact, id)
            try TaskStore.delete(connection, account, task)
            try Outbox.note(connection, [OutboxEvent(account, .taskDelete, task, at: now)])
        }
    }

    private static func found(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID, _ id: TaskID
    ) throws -> ContactTask {
        guard let task = try TaskStore.task(connection, account, contact, id) else { throw NotFound.task }
        return task
    }

    private static func checkUser(_ connection: Connection, _ account: AccountID, _ edit: TaskEdit) throws {
        guard let user = edit.assignedTo ?? nil else { return }
        try AssignableUsers.check(connection, account, [user], field: "assignedTo")
    }
}

import Database

/// An account's own forms.
public struct Forms: Sendable {
    let database: Database
    let ids: IDSource

    /// - Throws: `InvalidForm` with everything that is wrong.
    public func create(
        _ account: AccountID, name: String, definition: FormDefinition = .starter,
        by actor: AuditActor = .server, now: Milliseconds
    ) async throws -> Form {
        let form = Form(
            id: ids.identifier(at: now), account: account, name: name.trimmed, definition: definition, createdAt: now,
            updatedAt: now)
        try InvalidForm.check(form)
        try await database.write { connection in
            try FormStore.insert(connection, form)
            try Audit.note(connection, account, .formCreated, form.name, by: actor, at: now)
        }
        return form
    }

    /// - Throws: `InvalidForm`, `NotFound.form`.
    public func update(
        _ account: AccountID, _ id: FormID, name: String, definition: FormDefinition, by actor: AuditActor = .server,
        now: Milliseconds
    ) async throws {
        let form = Form(
            id: id, account: account, name: name.trimmed, definition: definition, createdAt: now, updatedAt: now)
        try InvalidForm.check(form)
        try await database.write { connection in
            guard try FormStore.update(connection, form) else { throw NotFound.form }
            try Audit.note(connection, account, .formChanged, form.name, by: actor, at: now)
        }
    }

    /// Takes a form off the web; what it brought stays.
    public func archive(
        _ account: AccountID, _ id: FormID, by actor: AuditActor = .server, now: Milliseconds
    ) async throws {
        try await database.write { connection in
            guard try FormStore.archive(connection, account, id, now: now) else { throw NotFound.form }
            try Audit.note(connection, account, .formArchived, id.rawValue, by: actor, at: now)
        }
    }

    public func all(_ account: AccountID) async throws -> [Form] {
        try await database.read { try FormStore.all($0, account) }
    }

    /// A form by its id alone: that is all a visitor's address has.
    public func form(_ id: FormID) async throws -> Form? {
        try await database.read { try FormStore.form($0, id) }
    }
}

/// Everything that keeps a form from being saved.
public struct InvalidForm: Error, Equatable, Sendable {
    public let problems: [String]

    static func check(_ form: Form) throws(InvalidForm) {
        var problems = form.definition.problems
        if form.name.isEmpty || form.name.count > 200 {
            problems.insert("A form needs a name of at most 200 characters.", at: 0)
        }
        guard problems.isEmpty else { throw InvalidForm(problems: problems) }
    }
}

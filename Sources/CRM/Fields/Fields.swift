import Attribution
import Database

/// An account's custom fields, and where the fields of foreign forms go.
public struct Fields: Sendable {
    let database: Database
    let ids: IDSource

    /// How many fields an account can have, of contacts and opportunities together.
    public static let most = 2_000

    /// The fields of contacts, in their order.
    public func all(_ account: AccountID) async throws -> [CustomField] {
        try await all(account, of: .contact)
    }

    public func all(_ account: AccountID, of model: FieldModel) async throws -> [CustomField] {
        try await database.read { try FieldStore.all($0, account, of: model) }
    }

    /// The fields of contacts and of opportunities, in one order.
    public func everything(_ account: AccountID) async throws -> [CustomField] {
        try await database.read { try FieldStore.everything($0, account) }
    }

    /// - Throws: `NotFound.field`.
    public func field(_ account: AccountID, _ id: FieldID) async throws -> CustomField {
        try await database.read { try Self.field($0, account, id) }
    }

    /// Adds a field that contacts or opportunities can hold.
    ///
    /// - Throws: `FieldError`.
    public func create(
        _ account: AccountID, _ draft: FieldDraft, by actor: AuditActor, now: Milliseconds
    ) async throws -> CustomField {
        let draft = try draft.checked()
        guard draft.derivedFrom == nil || draft.model == .contact else { throw FieldError.attribution }
        guard let key = FieldKey.key(draft.model, draft.wishedKey ?? draft.name) else { throw FieldError.name }
        guard !draft.model.standardNames.contains(String(key.dropFirst(draft.model.rawValue.count + 1))) else {
            throw FieldError.taken(key: key)
        }
        let id: FieldID = ids.identifier(at: now)
        return try await database.write { connection in
            let others = try FieldStore.everything(connection, account)
            guard others.count < Self.most else { throw FieldError.tooMany }
            guard others.allSatisfy({ $0.key != key }) else { throw FieldError.taken(key: key) }
            try Self.checkFolder(connection, account, draft)
            let last = others.map(\.position).max() ?? 0
            let field = draft.field(id: id, key: key, position: last + 1, createdAt: now, now: now)
            try FieldStore.insert(connection, account, field)
            try Audit.note(connection, account, .fieldCreated, key, by: actor, at: now)
            return field
        }
    }

    /// The same for a field of contacts of which nothing else is said; unless told otherwise, the server makes it by
    /// itself.
    public func create(
        _ account: AccountID, name: String, type: FieldType, options: [String], fillable: Bool,
        derivedFrom: AttributionReference?, by actor: AuditActor = .server, now: Milliseconds
    ) async throws -> CustomField {
        var draft = FieldDraft(name: name, type: type)
        draft.options = options
        draft.fillable = fillable
        draft.derivedFrom = derivedFrom
        return try await create(account, draft, by: actor, now: now)
    }

    /// Changes a field; key, type, model and what it is read off stay. One that every account has can only be moved.
    ///
    /// - Parameter change: may run more than once.
    /// - Throws: `NotFound.field`, `FieldError`.
    public func change(
        _ account: AccountID, _ id: FieldID, by actor: AuditActor, now: Milliseconds,
        _ change: @escaping @Sendable (inout FieldDraft) -> Void
    ) async throws -> CustomField {
        try await database.write { connection in
            let old = try Self.field(connection, account, id)
            let before = FieldDraft(old)
            var draft = before
            change(&draft)
            draft.derivedFrom = old.derivedFrom
            draft = try draft.checked()
            try Self.checkFolder(connection, account, draft)
            var moved = before
            (moved.position, moved.folder) = (draft.position, draft.folder)
            guard !old.isBuiltIn || moved == draft else { throw FieldError.builtIn }
            let new = draft.field(
                id: id, key: old.key, position: old.position, createdAt: old.createdAt, now: now)
            try FieldStore.update(connection, account, new)
            try Audit.note(connection, account, .fieldChanged, old.key, by: actor, at: now)
            return new
        }
    }

    /// Puts a field one place nearer to the beginning of its folder, or to its end.
    ///
    /// - Throws: `NotFound.field`.
    public func move(
        _ account: AccountID, _ id: FieldID, up: Bool, by actor: AuditActor, now: Milliseconds
    ) async throws {
        try await database.write { connection in
            var fields = try FieldStore.everything(connection, account)
            guard let from = fields.firstIndex(where: { $0.id == id }) else { throw NotFound.field }
            let field = fields[from]
            func isBeside(_ other: CustomField) -> Bool { other.model == field.model && other.folder == field.folder }
            let to = up ? fields[..<from].lastIndex(where: isBeside) : fields[(from + 1)...].firstIndex(where: isBeside)
            guard let to else { return }
            fields.swapAt(from, to)
            // Fields that shared a number get one each.
            let places = fields.enumerated().filter { $1.position != $0 + 1 }.map { (id: $1.id, position: $0 + 1) }
            try FieldStore.move(connection, account, places)
            try Audit.note(connection, account, .fieldChanged, field.key, by: actor, at: now)
        }
    }

    /// Deletes a field with its values.
    ///
    /// - Throws: `NotFound.field`, `FieldError.builtIn`.
    public func delete(
        _ account: AccountID, _ id: FieldID, by actor: AuditActor, now: Milliseconds
    ) async throws {
        try await database.write { connection in
            let field = try Self.field(connection, account, id)
            guard !field.isBuiltIn else { throw FieldError.builtIn }
            try FieldStore.delete(connection, account, id)
            try Audit.note(connection, account, .fieldDeleted, field.key, by: actor, at: now)
        }
    }

    private static func field(_ connection: Connection, _ account: AccountID, _ id: FieldID) throws -> CustomField {
        guard let field = try FieldStore.field(connection, account, id) else { throw NotFound.field }
        return field
    }

    private static func checkFolder(_ connection: Connection, _ account: AccountID, _ draft: FieldDraft) throws {
        guard let id = draft.folder else { return }
        guard try FolderStore.folder(connection, account, id)?.model == draft.model else { throw FieldError.folder }
    }
}

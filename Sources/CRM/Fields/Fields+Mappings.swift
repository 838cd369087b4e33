import Database

extension Fields {
    /// From now on, a form field of this name goes where the owner said.
    public func map(_ account: AccountID, fieldNamed name: String, to target: FieldTarget) async throws {
        try await database.write { try Self.map($0, account, fieldNamed: name, to: target) }
    }

    static func map(
        _ connection: Connection, _ account: AccountID, fieldNamed name: String, to target: FieldTarget
    ) throws {
        if case .custom(let id) = target,
            try !FieldStore.all(connection, account).contains(where: { $0.id == id && $0.fillable })
        {
            throw FieldError.target(id.rawValue)
        }
        try FieldStore.map(connection, account, name: FieldNames.folded(name), to: target)
    }

    public func unmap(_ account: AccountID, fieldNamed name: String) async throws {
        try await database.write { try FieldStore.unmap($0, account, name: FieldNames.folded(name)) }
    }

    public func mappings(_ account: AccountID) async throws -> [String: FieldTarget] {
        try await database.read { try FieldStore.mappings($0, account) }
    }
}

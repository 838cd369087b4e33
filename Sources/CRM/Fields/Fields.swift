import Attribution
import Database

/// An account's custom fields, and where the fields of foreign forms go.
public struct Fields: Sendable {
    let database: Database
    let ids: IDSource

    public func all(_ account: AccountID) async throws -> [CustomField] {
        try await database.read { try FieldStore.all($0, account) }
    }

    /// Adds a field that contacts can hold.
    ///
    /// - Parameter derivedFrom: when set, the value is read off the attribution and the field is not fillable.
    public func create(
        _ account: AccountID, name: String, type: FieldType, options: [String], fillable: Bool,
        derivedFrom: AttributionReference?, now: Milliseconds
    ) async throws -> CustomField {
        let name = name.trimmed
        guard name.count <= 100, let key = Self.key(for: name) else { throw FieldError.name }
        guard !Self.standardKeys.contains(key) else { throw FieldError.taken(key: key) }
        let options = options.map(\.trimmed).filter { !$0.isEmpty }
        guard !type.hasOptions || !options.isEmpty else { throw FieldError.options(type) }
        let field = CustomField(
            id: ids.identifier(at: now), key: key, name: name, type: type, options: type.hasOptions ? options : [],
            fillable: fillable && derivedFrom == nil, derivedFrom: derivedFrom)
        try await database.write { connection in
            guard try FieldStore.all(connection, account).allSatisfy({ $0.key != key }) else {
                throw FieldError.taken(key: key)
            }
            try FieldStore.insert(connection, account, field)
        }
        return field
    }

    public func delete(_ account: AccountID, _ field: FieldID) async throws {
        try await database.write { try FieldStore.delete($0, account, field) }
    }

    /// From now on, a form field of this name goes where the owner said.
    public func map(_ account: AccountID, fieldNamed name: String, to target: FieldTarget) async throws {
        try await database.write { connection in
            if case .custom(let id) = target,
                try !FieldStore.all(connection, account).contains(where: { $0.id == id && $0.fillable })
            {
                throw FieldError.target(id.rawValue)
            }
            try FieldStore.map(connection, account, name: FieldNames.folded(name), to: target)
        }
    }

    public func unmap(_ account: AccountID, fieldNamed name: String) async throws {
        try await database.write { try FieldStore.unmap($0, account, name: FieldNames.folded(name)) }
    }

    public func mappings(_ account: AccountID) async throws -> [String: FieldTarget] {
        try await database.read { try FieldStore.mappings($0, account) }
    }

    /// What merge fields and form fields know already.
    private static let standardKeys = Set(
        ContactProperty.allCases.map { "contact.\($0.rawValue)" } + ["contact.source"])

    /// `contact.preferred_doctor` for "Preferred Doctor"; nil when no letter or digit is left.
    static func key(for name: String) -> String? {
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.isEmpty ? nil : "contact." + words.joined(separator: "_")
    }
}

import Database

/// Reads what the merge fields of a text stand for.
public struct MergeFields: Sendable {
    let database: Database

    /// - Parameter contact: whom the text is for; nil for nobody in particular.
    /// - Throws: `NotFound.account`, `NotFound.contact`.
    public func values(_ account: AccountID, for contact: ContactID?) async throws -> MergeValues {
        try await database.read { try Self.values($0, account, for: contact) }
    }

    static func values(
        _ connection: Connection, _ account: AccountID, for contact: ContactID?
    ) throws -> MergeValues {
        var detail: ContactDetail?
        if let contact {
            guard let found = try ContactStore.contact(connection, account, contact) else { throw NotFound.contact }
            detail = try ContactSearch.details(connection, account, [found]).first
        }
        let customValues = try CustomValueStore.all(connection, account)
        return MergeValues(
            account: try AccountStore.account(connection, account),
            details: try BusinessDetailsStore.details(connection, account),
            customValues: Dictionary(customValues.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first }),
            fields: try FieldStore.all(connection, account), contact: detail)
    }
}

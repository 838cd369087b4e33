import Database

/// The submission that last changed a contact's e-mail address, and everything that it replaced.
public struct Takeover: Sendable {
    public let conversion: ConversionID
    public let changes: [ValueChange]
}

/// One value of a contact before and after a submission.
public struct ValueChange: Sendable, Equatable {
    public let field: Field
    public let before: String
    public let after: String?

    public enum Field: Sendable, Equatable {
        case property(ContactProperty)
        case custom(FieldID)
    }
}

extension Undo {
    /// What there is to undo on a contact that waits for a look; nil when no submission changed its address.
    public func takeover(_ account: AccountID, of contact: ContactID) async throws -> Takeover? {
        try await database.read { connection in
            guard let id = try UndoStore.lastToChangeEmail(connection, account, of: contact) else { return nil }
            let changes = try ConversionStore.changes(connection, account, of: id)
            return Takeover(conversion: id, changes: changes.compactMap(ValueChange.init))
        }
    }
}

extension UndoStore {
    fileprivate static func lastToChangeEmail(
        _ connection: Connection, _ account: AccountID, of contact: ContactID
    ) throws -> ConversionID? {
        try connection.row(
            """
            select conversion_id from contact_changes
            where account_id = $1 and contact_id = $2 and field = $3 and old_value is not null
            order by ordinal desc limit 1
            """, [account, contact, ContactProperty.email.rawValue]
        ).map { try $0["conversion_id"] }
    }
}

extension ValueChange {
    /// Nil for what was empty before: nothing was replaced.
    fileprivate init?(_ change: ContactDraft.Change) {
        guard let old = change.old, old != change.new else { return nil }
        if let property = ContactProperty(rawValue: change.field) {
            field = .property(property)
        } else if let target = FieldTarget(rawValue: change.field), case .custom(let id) = target {
            field = .custom(id)
        } else {
            return nil
        }
        before = old
        after = change.new
    }
}

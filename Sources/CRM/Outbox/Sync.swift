import Database

/// Whether new and changed contacts are queued for the account's other systems: a switch for the account, one for each
/// form.
public struct Sync: Sendable {
    let database: Database

    public func settings(_ account: AccountID) async throws -> SyncSettings {
        try await database.read { try SyncStore.settings($0, account) }
    }

    public func setContacts(
        synced: Bool, of account: AccountID, by actor: AuditActor, now: Milliseconds
    ) async throws {
        try await database.write { connection in
            try SyncStore.set(connection, account, syncsContacts: synced)
            try Audit.note(connection, account, .settingChanged, "CRM sync", by: actor, at: now)
        }
    }

    /// - Parameter forms: the ids of all forms whose contacts are kept back; they need not be known here.
    public func setUnsynced(
        forms: Set<String>, of account: AccountID, by actor: AuditActor, now: Milliseconds
    ) async throws {
        try await database.write { connection in
            try SyncStore.set(connection, account, unsyncedForms: forms, now: now)
            try Audit.note(connection, account, .settingChanged, "CRM sync of forms", by: actor, at: now)
        }
    }

    /// Why a contact's last change was kept back, and when that was; nil when it was not.
    public func exclusion(
        of contact: ContactID, in account: AccountID
    ) async throws -> (reason: SyncExclusion, at: Milliseconds)? {
        try await database.read { try SyncStore.exclusion($0, account, contact) }
    }
}

/// What is kept back from other systems.
public struct SyncSettings: Sendable, Equatable {
    public let syncsContacts: Bool
    public let unsyncedForms: Set<String>
}

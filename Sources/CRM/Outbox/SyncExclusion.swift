import Database

/// Why a new or changed contact was not queued for the account's other systems.
public enum SyncExclusion: String, Sendable, CaseIterable, SQLConvertible {
    /// The account's sync is off.
    case account
    /// The sync of the form that brought it is off.
    case form
}

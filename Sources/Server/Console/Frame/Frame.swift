import CRM

/// What is the same on every page for somebody who has signed in: gathered by `ConsolePages`, shown by `Shell`.
struct Frame: Sendable {
    let session: ConsoleSession
    let theme: Theme?
    /// What the last action came to, shown once.
    let flash: Flash?
    /// This page's own address.
    let path: String
    let accounts: [Account]
    /// The account the page belongs to; nil on pages above accounts.
    let account: Account?
    let heldCount: Int
    let reviewCount: Int
    let now: Milliseconds

    /// Tells times in the zone of the page's account.
    var clock: AccountClock { AccountClock(timeZone: account?.timeZone ?? "UTC", now: now) }
    var isAdmin: Bool { session.user.role == .admin }
}

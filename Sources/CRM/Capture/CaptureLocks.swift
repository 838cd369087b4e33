import Database

/// What keeps the transactions of several nodes out of each other's way; SQLite, with its one writer, needs none of it.
///
/// In this order, each kind sorted: the accounts, shared; the visitors; the addresses that are claimed; the contacts.
enum CaptureLocks {
    /// What is stored of a visitor is read, decided on and written by one transaction at a time: counters are written as
    /// they are, and whose a session is depends on what came before it.
    static func take(_ connection: Connection, for events: [CaptureEvent]) throws {
        try connection.share(Set(events.map(\.account)).map { number(of: $0) })
        try connection.lock(
            events.compactMap { event in event.visitor.map { number(of: event.account) ^ number(of: $0) | 1 } })
    }

    /// Waits for what is being captured for an account and keeps the rest waiting until this transaction ends: what is
    /// captured from then on knows what this transaction has changed.
    static func keepOut(_ connection: Connection, _ account: AccountID) throws {
        try connection.lock([number(of: account)])
    }

    /// Even, and a visitor's is odd: browsers choose their ids, and none may choose an account's number. Two of a kind that
    /// share one by chance wait for each other, and no more.
    private static func number(of account: AccountID) -> Int64 {
        (account.rawValue &+ 1) &* 0x5851_F42D_4C95_7F2D & ~1
    }

    private static func number(of visitor: VisitorID) -> Int64 {
        withUnsafeBytes(of: visitor.rawValue.uuid) {
            $0.loadUnaligned(as: Int64.self) ^ $0.loadUnaligned(fromByteOffset: 8, as: Int64.self)
        }
    }
}

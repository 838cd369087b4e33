import Database

/// A note that something has changed; the triggers write them.
struct FactMark: Sendable {
    enum Target: Hashable, Sendable {
        case moment(ReportSubject, Milliseconds)
        /// Everything that shows what is known of a contact.
        case contact(String)
        /// The opportunities of a contact.
        case opportunities(String)
        /// A contact is gone, and with it words that may be nobody else's.
        case erased(String)
    }

    let seq: Int64
    let account: AccountID
    let target: Target
}

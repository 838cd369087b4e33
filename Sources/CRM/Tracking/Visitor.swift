import Database

/// A browser, known by its tracking id before anyone knows the person.
public struct Visitor: Sendable {
    public let id: VisitorID
    public let firstSeenAt: Milliseconds
    public let firstURL: String
    public let firstReferrer: String?
    public var link: VisitorLink?
}

/// Which contact a visitor belongs to, and how that is known.
public struct VisitorLink: Sendable, Equatable {
    /// How a visitor came to be linked.
    public enum Evidence: String, Sendable, SQLConvertible {
        /// It gave the e-mail of a contact that was there already: a claim, not a proof.
        case email
        /// It was linked already and gave another e-mail.
        case visitor
        /// Its submission created the contact.
        case created
        /// A person took a submission back and the visitor went with it.
        case undo
    }

    public let contact: ContactID
    public let at: Milliseconds
    public let by: Evidence
}

import Database

/// An event that creates or updates a contact; in the console a submission.
public struct Conversion: Sendable, Identifiable {
    public enum Status: String, Sendable, CaseIterable, SQLConvertible {
        case accepted
        /// Suspected: it waits for a person and has no contact.
        case held
        /// A person looked at it and threw it away.
        case discarded
        /// Undo took it off the contact it had been matched to; it has a contact of its own.
        case split
    }

    public enum Kind: String, Sendable, CaseIterable, SQLConvertible {
        case externalForm = "external_form"
        case ownForm = "form"
        case identify
        /// An application said who a known visitor is, and something changed: kept for Undo, but no conversion.
        case update
        case manual
        case api
        /// A person's click on a trigger link.
        case triggerLink = "trigger_link"
    }

    public let id: ConversionID
    public let event: EventID?
    public internal(set) var kind: Kind
    public var status: Status
    public var heldReason: HeldReason?
    public var contact: ContactID?
    public let visitor: VisitorID?
    /// Nil when the browser named none, or another visitor's.
    public let session: SessionID?
    public let formID: String?
    public let formName: String?
    public let pageURL: String?
    public internal(set) var fields: [SubmittedField]
    public let occurredAt: Milliseconds
    public let receivedAt: Milliseconds
}

/// A field as it was sent, and where it went.
public struct SubmittedField: Sendable, Codable, Equatable {
    public let name: String
    public let label: String?
    public let value: String
    /// Nil: an unmapped field, kept so that the owner can map it.
    public let target: String?

    public init(name: String, label: String?, value: String, target: FieldTarget?) {
        self.name = name
        self.label = label
        self.value = value
        self.target = target?.rawValue
    }
}

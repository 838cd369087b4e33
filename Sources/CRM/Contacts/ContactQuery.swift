import Attribution

/// Which contacts, newest first, and which page of them.
public struct ContactQuery: Sendable, Equatable {
    /// Words of a name, an e-mail, a phone number or a company; each is matched by its beginning.
    public var search: String?
    public var firstSource: Source?
    public var latestSource: Source?
    public var tag: String?
    public var needsReview = false
    /// 1 to 500.
    public var limit: Int
    /// Where the page begins; nil for the newest.
    public var start: Start?

    public enum Start: Sendable, Equatable {
        /// The contacts that are older than this one.
        case olderThan(ContactCursor)
        /// The contacts that are newer than this one, the nearest of them.
        case newerThan(ContactCursor)
    }

    public init(limit: Int = 50) {
        self.limit = min(max(limit, 1), 500)
    }
}

/// A contact's place in the order of lists: by age, then by id.
public struct ContactCursor: Sendable, Equatable {
    public let createdAt: Milliseconds
    public let id: ContactID

    public init(createdAt: Milliseconds, id: ContactID) {
        self.createdAt = createdAt
        self.id = id
    }

    public init(_ contact: Contact) {
        self.init(createdAt: contact.createdAt, id: contact.id)
    }
}

/// One page of a list, newest first.
public struct ContactPage: Sendable {
    public let contacts: [ContactDetail]
    public let hasNewer: Bool
    public let hasOlder: Bool
}

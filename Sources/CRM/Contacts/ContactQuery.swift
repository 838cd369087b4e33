import Attribution

/// Which contacts, in which order, and which page of them.
public struct ContactQuery: Sendable, Equatable {
    /// Words of a name, an e-mail, a phone number or a company; each is matched by its beginning.
    public var search: String?
    public var firstSource: Source?
    public var latestSource: Source?
    public var tag: String?
    public var needsReview = false
    /// Which contacts there are for whoever asks.
    public var access = ContactAccess.everything
    /// What else must be true of a contact.
    public var condition: ContactCondition?
    /// The newest contacts first when empty.
    public var order: [ContactOrder] = []
    /// 1 to 500.
    public var limit: Int
    /// Where the page begins; nil for the first.
    public var start: Start?
    /// So many contacts are passed over before the page begins.
    public var offset = 0

    public enum Start: Sendable, Equatable {
        /// The contacts that are older than this one; of lists with the newest first.
        case olderThan(ContactCursor)
        /// The contacts that are newer than this one, the nearest of them; of lists with the newest first.
        case newerThan(ContactCursor)
        /// The contacts that stand behind this place in the order asked for.
        case after(ContactPlace)
    }

    public init(limit: Int = 50) {
        self.limit = min(max(limit, 1), 500)
    }

    /// How far the contacts of a search are worth counting, so that the count takes no longer than a page: where
    /// several things must be true, most of those that are looked at may not count.
    public var countCeiling: Int {
        let words = search.map(SearchTerms.typed)?.count ?? 0
        return conditions.flatMap(\.conjuncts).count + words > 1 ? 1_000 : 5_000
    }

    /// Everything that must be true of a contact, besides the words that are searched for.
    var conditions: [ContactCondition] {
        func equals(_ source: Source?, _ position: AttributionPosition) -> ContactCondition? {
            source.map { .equals(.attribution(AttributionReference(position, .sessionSource)), .source($0)) }
        }
        return [
            equals(firstSource, .first), equals(latestSource, .latest),
            needsReview ? .test(ContactTest(.needsReview, .exists)) : nil,
            tag.map { .equals(.tags, .text($0)) },
            access.assignee.map { .equals(.assignedTo, .text($0.rawValue)) }, condition,
        ].compactMap { $0 }
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

/// One page of a list.
public struct ContactPage: Sendable {
    public let contacts: [ContactDetail]
    /// The place of each contact in the order that was asked for.
    public let places: [ContactPlace]
    public let hasNewer: Bool
    public let hasOlder: Bool
}

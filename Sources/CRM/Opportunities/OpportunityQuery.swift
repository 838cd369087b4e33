import Attribution

/// Which opportunities, in which order, and which page of them.
public struct OpportunityQuery: Sendable, Equatable {
    /// Beginnings of words in the opportunity's name, or in the contact's name, e-mail, phone number or company.
    public var search: String?
    public var id: OpportunityID?
    public var pipeline: PipelineID?
    public var stage: StageID?
    public var contact: ContactID?
    public var status: Opportunity.Status?
    public var assignedTo: UserID?
    /// The contact's country.
    public var country: String?
    /// The source of the contact's First, or Latest, as it is now.
    public var firstSource: Source?
    public var latestSource: Source?
    /// Of which contacts: an opportunity shows its contact.
    public var contacts: ContactAccess = .everything
    /// When it was created.
    public var created: Range<Milliseconds>?
    public var order: OpportunityOrder = .newest
    /// 1 to 500.
    public var limit: Int
    /// The page begins behind this place.
    public var after: OpportunityCursor?
    /// Skips so many; a cursor costs less.
    public var offset = 0

    public init(limit: Int = 50) {
        self.limit = min(max(limit, 1), 500)
    }
}

/// An order of a list; the id decides among equals.
public struct OpportunityOrder: Sendable, Equatable {
    public enum Key: String, Sendable, CaseIterable {
        case added, updated, name, value
    }

    public let key: Key
    public let isDescending: Bool

    public init(_ key: Key, isDescending: Bool) {
        self.key = key
        self.isDescending = isDescending
    }

    public static let newest = OpportunityOrder(.added, isDescending: true)

    var column: String {
        switch key {
        case .added: "created_at"
        case .updated: "updated_at"
        case .name: "name_key"
        case .value: "value"
        }
    }
}

/// An opportunity's place in an order.
public struct OpportunityCursor: Sendable, Equatable {
    public enum Place: Sendable, Equatable {
        case number(Int64)
        case text(String)
    }

    public let place: Place
    public let id: OpportunityID

    /// Reads a place as it was written down; nil for what cannot be one in that order.
    public init?(_ text: String, id: OpportunityID, in order: OpportunityOrder) {
        switch order.key {
        case .name: place = .text(text)
        case .added, .updated, .value:
            guard let number = Int64(text) else { return nil }
            place = .number(number)
        }
        self.id = id
    }

    public init(_ opportunity: Opportunity, in order: OpportunityOrder) {
        switch order.key {
        case .added: place = .number(opportunity.createdAt)
        case .updated: place = .number(opportunity.updatedAt)
        case .name: place = .text(OpportunityStore.nameKey(opportunity.name))
        case .value: place = .number(opportunity.value.minorUnits)
        }
        id = opportunity.id
    }

    public var text: String {
        switch place {
        case .number(let number): String(number)
        case .text(let text): text
        }
    }
}

/// One page of a list.
public struct OpportunityPage: Sendable {
    public let opportunities: [OpportunityDetail]
    public let hasMore: Bool
}

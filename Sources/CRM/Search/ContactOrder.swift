/// One of the things that contacts are put in order by; those without a value come last.
public struct ContactOrder: Sendable, Equatable {
    public let field: ContactSearchField
    public let isAscending: Bool

    public init(_ field: ContactSearchField, ascending isAscending: Bool) {
        self.field = field
        self.isAscending = isAscending
    }
}

/// A contact's place in an order of any kind: what it is sorted by, then its age and its id.
public struct ContactPlace: Sendable, Equatable {
    /// The values of the order's fields before the date on which contacts were added; nil for an absent one.
    public let values: [Value?]
    public let createdAt: Milliseconds
    public let id: ContactID

    public enum Value: Sendable, Equatable {
        case text(String)
        case integer(Int64)
        case number(Double)
    }

    public init(values: [Value?] = [], createdAt: Milliseconds, id: ContactID) {
        self.values = values
        self.createdAt = createdAt
        self.id = id
    }
}

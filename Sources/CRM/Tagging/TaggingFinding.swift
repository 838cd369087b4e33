import Attribution

/// One fault in tags, with how often it came, where it led to, and what it cost.
public struct TaggingFinding: Sendable, Equatable {
    public let code: Note.Code
    /// The key that is wrong, or whose value is.
    public let parameter: String
    /// What stood there in the newest visit. Of a misspelt key and of a click ID it says nothing about the fault.
    public let value: String?
    /// The key, the value or the tag that was meant, or that would be counted.
    public let suggestion: String?
    public let visits: Int
    /// How many contacts a visit with this fault left in Direct Traffic or Others.
    public let lostContacts: Int
    /// Whether the two counts say "at least": see `Largest`.
    public let isLowerBound: Bool
    public let firstSeenAt: Milliseconds
    public let lastSeenAt: Milliseconds
    /// The landing pages that the most visits led to, at most five.
    public let pages: [TaggedPage]
    public let newest: TaggedExample

    /// How many of the visits led to other pages.
    public var visitsElsewhere: Int { visits - pages.reduce(0) { $0 + $1.visits } }
}

/// A page that faulty links lead to.
public struct TaggedPage: Sendable, Equatable {
    /// Host and path, `clinic.example/offer`.
    public let address: String
    public let visits: Int
}

/// The newest visit with a fault.
public struct TaggedExample: Sendable, Equatable {
    /// Its landing as it was stored, from a stranger.
    public let url: String
    /// Nil when no change of letters mends it.
    public let corrected: CorrectedLink?
}

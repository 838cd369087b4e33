import Attribution

/// What of a contact a search can ask about, and sort by.
public enum ContactSearchField: Sendable, Hashable {
    case id
    /// First and last name with a space between them.
    case name
    case property(ContactProperty)
    case contactSource, timeZone, assignedTo, doNotDisturb, kind, gender, dateOfBirth
    case createdAt, updatedAt
    case creatorSource, creatorChannel
    case needsReview
    /// Any of the contact's tags, and so on.
    case tags, followers, additionalEmails, visitors
    /// A custom field that stands on its own; one that follows the attribution is an `attribution`.
    case custom(FieldID, SearchKind)
    case attribution(AttributionReference)
    case original(OriginalField)
    /// Whether the rules in force say something else of First or Latest than it was locked with.
    case secondOpinion(AttributionPosition)

    /// A field of the original traffic source.
    public enum OriginalField: String, Sendable, CaseIterable {
        case channel, campaign, medium, source, term, referrer
    }

    public var kind: SearchKind {
        switch self {
        case .createdAt, .updatedAt: .moment
        case .doNotDisturb: .flag
        case .needsReview, .secondOpinion: .presence
        case .id, .assignedTo, .followers, .kind, .tags: .key
        case .visitors: .visitor
        case .custom(_, let kind): kind
        case .attribution(let reference):
            switch reference.field {
            case .createdAt: .moment
            case .sessionSource: .source
            default: .text
            }
        case .original(.channel): .channel
        default: .text
        }
    }

    /// Whether a contact can have several of them.
    public var isManyValued: Bool {
        switch self {
        case .tags, .followers, .additionalEmails, .visitors: true
        default: false
        }
    }

    /// Whether contacts can be put in order by it.
    public var isSortable: Bool { !isManyValued && kind != .presence && isKnownToSQL }

    /// The device is read off the user agent each time it is shown; the database knows nothing of it.
    public var isKnownToSQL: Bool {
        if case .attribution(let reference) = self { return reference.field != .device }
        return true
    }
}

/// How values are compared.
public enum SearchKind: Sendable, Hashable {
    /// Without regard to the case of the letters A to Z.
    case text
    /// Byte by byte: ids, closed sets and tags.
    case key
    case number, moment, flag, source, channel, visitor
    /// It is there or it is not.
    case presence
}

/// What a report counts, each with the moment that puts it into a range of days.
public enum ReportSubject: String, CaseIterable, Sendable, Codable {
    /// Sessions, by their start.
    case visits
    /// Contacts, by their creation.
    case contacts
    /// Events that created or updated a contact and stayed with it, by when they happened.
    case conversions
    /// Opportunities of the contacts of the range: by the creation of their contact, whatever their own age.
    case opportunities
    /// Opportunities that stand at won, by their last change to won, whatever the age of their contact.
    case wins

    /// Whether what is counted belongs to a contact, which has a First and a Latest attribution, tags and fields.
    public var hasContact: Bool { self != .visits }

    /// Whether there is an amount of money to add up.
    public var hasValue: Bool { self == .opportunities || self == .wins }
}

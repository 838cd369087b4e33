import Attribution

/// A contact with everything that a record page, an export line or an API answer shows.
public struct ContactDetail: Sendable {
    public let contact: Contact
    public let custom: [FieldID: String]
    public let tags: [String]
    public let additionalEmails: [String]
    public let first: StoredAttribution?
    public let latest: StoredAttribution?
    /// The visitors that belong to the contact, the newest link first.
    public let visitors: [VisitorID]
    /// The users who want to hear of it, in the order of their ids.
    public let followers: [UserID]

    /// The value of a custom field; a derived one is read off the attribution it follows.
    public func value(of field: CustomField) -> String? {
        guard let reference = field.derivedFrom else { return custom[field.id] }
        return attribution(reference.position)?.record[reference.field]
    }

    /// First and Latest by their ids.
    public var attributions: [AttributionID] { [first?.id, latest?.id].compactMap { $0 } }

    public func attribution(_ position: AttributionPosition) -> StoredAttribution? {
        switch position {
        case .first: first
        case .latest: latest
        }
    }
}

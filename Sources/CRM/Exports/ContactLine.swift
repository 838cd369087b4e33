import Attribution

/// A contact in JSON Lines.
public struct ContactLine: Encodable, Sendable {
    private let detail: ContactDetail
    private let fields: [CustomField]

    public init(_ detail: ContactDetail, fields: [CustomField]) {
        self.detail = detail
        self.fields = fields
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: LineKey.self)
        let contact = detail.contact
        try container.encode(contact.id, forKey: "contactId")
        for property in ContactProperty.stored {
            try container.encode(contact.properties[property], forKey: LineKey(property.apiName))
        }
        try container.encode(detail.additionalEmails, forKey: "additionalEmails")
        try container.encode(detail.tags, forKey: "tags")
        try container.encode(contact.contactSource, forKey: "source")
        try container.encode(contact.timeZone, forKey: "timezone")
        try container.encode(contact.createdAt.iso8601, forKey: "dateAdded")
        try container.encode(contact.updatedAt.iso8601, forKey: "dateUpdated")
        try container.encode(detail.visitors.map(\.description), forKey: "visitorIds")
        try encodeOriginal(to: &container)
        var custom = container.nestedContainer(keyedBy: LineKey.self, forKey: "customFields")
        for field in fields { try custom.encode(detail.value(of: field), forKey: LineKey(field.key)) }
        try container.encode(detail.first.map(AttributionLine.init), forKey: "attributionSource")
        try container.encode(detail.latest.map(AttributionLine.init), forKey: "lastAttributionSource")
    }

    private func encodeOriginal(to container: inout KeyedEncodingContainer<LineKey>) throws {
        let original = detail.contact.original
        try container.encode(original?.channel.label, forKey: "originalChannel")
        try container.encode(original?.campaign, forKey: "originalCampaign")
        try container.encode(original?.medium, forKey: "originalMedium")
        try container.encode(original?.source, forKey: "originalSource")
        try container.encode(original?.term, forKey: "originalTerm")
        try container.encode(original?.referrer, forKey: "originalReferrer")
    }
}

extension ContactProperty {
    /// What the API and JSON Lines call it: `firstName`.
    public var apiName: String {
        let words = rawValue.split(separator: "_")
        return words.enumerated().map { $0 == 0 ? String($1) : $1.capitalized }.joined()
    }
}

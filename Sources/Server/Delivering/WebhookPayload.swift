import CRM

/// The body of a webhook's request: the names that receivers of HighLevel's webhooks read, at the top.
struct WebhookPayload: Encodable {
    let event: WaitingDelivery
    let locationID: String
    /// The contact that the event tells of or is about; nil when there is none, or none any more.
    let contact: WireContact?

    func encode(to encoder: any Encoder) throws {
        let isAboutContact = event.type?.isAboutContact ?? false
        if isAboutContact, let contact { try contact.encode(to: encoder) }
        var container = encoder.container(keyedBy: Key.self)
        guard let fields = event.fields else { throw UnreadableEvent() }
        for (name, value) in fields { try container.encode(value, forKey: Key(name)) }
        if !isAboutContact { try encodeContact(to: &container) }
        // Last, because a contact has a `type` of its own: here it is `contactType`.
        if isAboutContact { try container.encodeIfPresent(contact?.type, forKey: Key("contactType")) }
        try container.encode(event.type?.rawValue, forKey: Key("type"))
        try container.encode(locationID, forKey: Key("locationId"))
        try container.encode(event.object, forKey: Key("id"))
        try container.encode(event.at.iso8601, forKey: Key("timestamp"))
        try container.encode(event.event.rawValue, forKey: Key("webhookId"))
    }

    /// Where the contact came from goes along with whatever happened to it.
    private func encodeContact(to container: inout KeyedEncodingContainer<Key>) throws {
        guard let id = event.contact else { return }
        try container.encode(id.rawValue, forKey: Key("contactId"))
        try container.encode(contact?.attributionSource, forKey: Key("attributionSource"))
        try container.encode(contact?.lastAttributionSource, forKey: Key("lastAttributionSource"))
        if event.type == .formSubmitted || event.type == .triggerLinkClicked {
            try container.encode(contact, forKey: Key("contact"))
        }
    }

    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init(_ name: String) { stringValue = name }
        init(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { nil }
    }
}

/// What is stored of an event cannot be read.
struct UnreadableEvent: Error {}

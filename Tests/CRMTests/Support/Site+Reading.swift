import Attribution
import CRM
import Testing

/// What the owner sees.
extension Site {
    func contacts() async throws -> [ContactDetail] {
        try await crm.contacts.page(account, ContactQuery(limit: 500)).contacts
    }

    /// The contact of a story that has only one.
    func contact() async throws -> ContactDetail {
        let found = try await contacts()
        #expect(found.count == 1)
        return try #require(found.first)
    }

    /// The contact with a value in one of its properties.
    func contact(_ property: ContactProperty, _ value: String) async throws -> ContactDetail {
        try #require(try await contacts().first { $0.contact.properties[property] == value })
    }

    func contact(_ id: ContactID) async throws -> ContactDetail { try await crm.contacts.detail(account, id) }

    func submissions(_ status: Conversion.Status? = nil) async throws -> [Conversion] {
        var query = SubmissionQuery(limit: 500)
        query.status = status
        return try await crm.submissions.page(account, query).submissions
    }

    /// The submission that an event became.
    func submission(of event: CaptureEvent) async throws -> Conversion {
        try #require(try await submissions().first { $0.event == event.id })
    }

    func sessions(of contact: ContactID) async throws -> [SessionID] {
        try await crm.contacts.journey(account, contact).sessions.map(\.session.id)
    }

    func timeline(of contact: ContactID) async throws -> [TimelineEntry.Event] {
        try await crm.contacts.journey(account, contact).entries.map(\.event)
    }

    /// The value of a custom field, by its key.
    func value(_ key: String, of contact: ContactDetail) async throws -> String? {
        let fields = try await crm.fields.all(account)
        return contact.value(of: try #require(fields.first { $0.key == key }))
    }
}

extension ContactDetail {
    subscript(_ property: ContactProperty) -> String? { contact.properties[property] }

    func first(_ field: AttributionField) -> String? { first?.record[field] }

    func latest(_ field: AttributionField) -> String? { latest?.record[field] }
}

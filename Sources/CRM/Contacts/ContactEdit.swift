/// What a person or a program writes to a contact; a field that is not named stays as it is.
public struct ContactEdit: Sendable, Equatable {
    /// Nil as a value empties the property.
    public var properties: [ContactProperty: String?] = [:]
    public var custom: [FieldID: String?] = [:]
    /// The whole list of tags, or nil to leave it.
    public var tags: Set<String>?
    /// The outer nil leaves Contact Source, the inner one empties it.
    public var contactSource: String??

    public init() {}
}

/// A value that cannot be written.
public struct InvalidField: Error, Equatable, Sendable {
    public let field: String
    public let message: String
}

extension ContactDraft {
    /// Writes an edit; says which fields it changed.
    mutating func apply(_ edit: ContactEdit, fields: [CustomField], now: Milliseconds) throws -> [String] {
        let before = self
        // The whole name comes first: what is said of its parts counts more.
        for property in [.fullName] + ContactProperty.stored {
            if let value = edit.properties[property] { try set(property, to: value?.trimmed.nonEmpty) }
        }
        for (id, value) in edit.custom {
            guard let field = fields.first(where: { $0.id == id }), field.derivedFrom == nil else {
                throw InvalidField(
                    field: "customFields", message: "customFields has an unknown or read-only field \(id)")
            }
            custom[id] = value?.trimmed.nonEmpty?.cut(to: ResolvedFields.longestValue)
        }
        if let tags = edit.tags { self.tags = Set(tags.map { $0.trimmed.cut(to: 200) }.filter { !$0.isEmpty }) }
        if let source = edit.contactSource { contact.contactSource = source?.trimmed.nonEmpty?.cut(to: 500) }
        let changed = differences(from: before)
        if !changed.isEmpty { touch(now: now) }
        return changed
    }

    private mutating func set(_ property: ContactProperty, to value: String?) throws {
        switch property {
        case .email:
            if let value, EmailAddress(value) == nil {
                throw InvalidField(field: "email", message: "email must be an email")
            }
            contact.properties[.email] = value.flatMap(EmailAddress.init)?.text
        case .phone:
            if let value, PhoneNumber(value) == nil {
                throw InvalidField(field: "phone", message: "phone must be a phone number of 5 to 15 digits")
            }
            contact.properties[.phone] = value
        case .fullName:
            let words = (value ?? "").split(separator: " ", maxSplits: 1).map(String.init)
            contact.properties[.firstName] = words.first?.cut(to: 500)
            contact.properties[.lastName] = words.dropFirst().first?.cut(to: 500)
        default:
            contact.properties[property] = value?.cut(to: 500)
        }
    }

    private func differences(from before: ContactDraft) -> [String] {
        let properties = ContactProperty.stored.filter { contact.properties[$0] != before.contact.properties[$0] }
        var names = properties.map(\.label)
        if custom != before.custom { names.append("Custom fields") }
        if tags != before.tags { names.append("Tags") }
        if contact.contactSource != before.contact.contactSource { names.append("Contact Source") }
        return names
    }
}

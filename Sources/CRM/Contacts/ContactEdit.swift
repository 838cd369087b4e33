/// What a person or a program writes to a contact; a field that is not named stays as it is.
public struct ContactEdit: Sendable, Equatable {
    /// Nil as a value empties the property.
    public var properties: [ContactProperty: String?] = [:]
    public var custom: [FieldID: String?] = [:]
    /// The whole list of tags, or nil to leave it.
    public var tags: Set<String>?
    /// The outer nil leaves Contact Source, the inner one empties it.
    public var contactSource: String??
    /// IANA name.
    public var timeZone: String??
    public var assignedTo: UserID??
    public var dateOfBirth: CalendarDate??
    public var gender: String??
    public var kind: ContactKind?
    public var doNotDisturb = DoNotDisturbEdit()

    public init() {}
}

/// A value that cannot be written.
public struct InvalidField: Error, Equatable, Sendable {
    public let field: String
    public let message: String

    public init(field: String, message: String) {
        self.field = field
        self.message = message
    }
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
            custom[id] = try fitting(value?.trimmed.nonEmpty?.cut(to: ResolvedFields.longestValue), field)
        }
        if let tags = edit.tags { self.tags = TagChange.cleaned(tags) }
        if let source = edit.contactSource { contact.contactSource = source?.trimmed.nonEmpty?.cut(to: 500) }
        try applyRecord(edit)
        let changed = differences(from: before)
        if !changed.isEmpty { touch(now: now) }
        return changed
    }

    /// The value as its field's type writes it. One that does not fit stays where it is there already: a form brought it.
    private func fitting(_ value: String?, _ field: CustomField) throws -> String? {
        guard let value, value != custom[field.id] else { return value }
        guard let normal = field.normalized(value) else {
            throw InvalidField(
                field: "custom.\(field.id)", message: "customFields: \(field.key) must be \(field.expectation)")
        }
        return normal
    }

    private mutating func applyRecord(_ edit: ContactEdit) throws {
        if let name = edit.timeZone {
            let name = name?.trimmed.nonEmpty
            if let name, !TimeZoneName.isKnown(name) {
                throw InvalidField(field: "timezone", message: "timezone must be an IANA name like Europe/Berlin")
            }
            contact.timeZone = name
        }
        if let user = edit.assignedTo { contact.assignedTo = user }
        if let date = edit.dateOfBirth { contact.dateOfBirth = date }
        if let gender = edit.gender { contact.gender = gender?.trimmed.nonEmpty?.cut(to: 100) }
        contact.kind = edit.kind ?? contact.kind
        contact.doNotDisturb.apply(edit.doNotDisturb)
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
        let records: [(name: String, differs: Bool)] = [
            ("Contact Source", contact.contactSource != before.contact.contactSource),
            ("Time Zone", contact.timeZone != before.contact.timeZone),
            ("Owner", contact.assignedTo != before.contact.assignedTo),
            ("Date of Birth", contact.dateOfBirth != before.contact.dateOfBirth),
            ("Gender", contact.gender != before.contact.gender),
            ("Type", contact.kind != before.contact.kind),
            ("Do Not Disturb", contact.doNotDisturb != before.contact.doNotDisturb),
        ]
        return names + records.filter(\.differs).map(\.name)
    }
}

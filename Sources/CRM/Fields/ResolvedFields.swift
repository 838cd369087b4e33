/// What a submission says of a contact, each field at its place.
struct ResolvedFields: Sendable {
    private(set) var email: EmailAddress?
    private(set) var phone: PhoneNumber?
    /// Without empty values: an empty field never overwrites.
    private(set) var properties: [ContactProperty: String] = [:]
    private(set) var custom: [FieldID: String] = [:]
    /// The value of a field named `source`.
    private(set) var source: String?
    private(set) var submitted: [SubmittedField] = []

    /// The longest value that is kept of one field, in characters.
    static let longestValue = 10_000

    init(_ fields: [FilledField], names: FieldNames) {
        self.init(fields, targets: fields.map { names.target(name: $0.name, label: $0.label) })
        for (id, value) in custom { custom[id] = names.spelled(value, for: id) }
    }

    init(_ fields: [FilledField], targets: [FieldTarget?]) {
        for (field, target) in zip(fields, targets) {
            let value = (field.value ?? "").cut(to: Self.longestValue)
            submitted.append(SubmittedField(name: field.name, label: field.label, value: value, target: target))
            if let value = value.nonEmpty, let target { put(value, at: target) }
        }
        if email == nil { findEmail(in: fields) }
        splitFullName()
    }

    private mutating func put(_ value: String, at target: FieldTarget) {
        switch target {
        case .contactSource:
            source = source ?? value
        case .custom(let id):
            custom[id] = custom[id] ?? value
        case .property(.email):
            guard email == nil, let address = EmailAddress(value) else { return }
            email = address
            properties[.email] = address.text
        case .property(.phone):
            guard phone == nil, let number = PhoneNumber(value) else { return }
            phone = number
            properties[.phone] = number.text
        case .property(let property):
            properties[property] = properties[property] ?? value.cut(to: 500)
        }
    }

    /// A form's e-mail input may have any name (`your-email`): the first field that calls itself one and holds an address.
    private mutating func findEmail(in fields: [FilledField]) {
        for (index, field) in fields.enumerated() {
            let words = (field.name + " " + (field.label ?? "")).lowercased()
            guard words.contains("mail"), let address = field.value.flatMap(EmailAddress.init) else { continue }
            email = address
            properties[.email] = address.text
            submitted[index] = SubmittedField(
                name: field.name, label: field.label, value: address.text, target: .property(.email))
            return
        }
    }

    private mutating func splitFullName() {
        guard let whole = properties.removeValue(forKey: .fullName) else { return }
        guard properties[.firstName] == nil, properties[.lastName] == nil else { return }
        let words = whole.split(separator: " ", maxSplits: 1)
        properties[.firstName] = words.first.map(String.init)
        properties[.lastName] = words.dropFirst().first.map { String($0).trimmed }
    }
}

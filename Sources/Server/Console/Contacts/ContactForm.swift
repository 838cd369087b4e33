import CRM
import Foundation

/// What a person typed about a contact, as the form holds it until it can be saved.
struct ContactForm {
    let fields: [CustomField]
    private var values: [String: [String]] = [:]
    private(set) var errors: [FormError] = []
    /// By the control's name.
    private(set) var problems: [String: String] = [:]

    /// In the order of the page.
    static let properties: [ContactProperty] = [
        .firstName, .lastName, .email, .phone, .companyName, .website, .address1, .city, .postalCode, .state, .country,
    ]
    static let contactSource = "contact_source"
    static let tags = "tags"
    static let owner = "assigned_to"
    static let kind = "contact_type"
    static let birthday = "date_of_birth"
    static let doNotDisturb = "dnd"

    /// An empty form. Fields that follow the attribution are not for people to write.
    init(fields: [CustomField]) {
        self.fields = fields.filter { $0.derivedFrom == nil && $0.type != .file && $0.type != .signature }
    }

    /// What the contact has now.
    init(_ detail: ContactDetail, fields: [CustomField]) {
        self.init(fields: fields)
        for (property, value) in detail.contact.properties { values[property.rawValue] = [value] }
        values[Self.contactSource] = [detail.contact.contactSource].compactMap { $0 }
        values[Self.tags] = [detail.tags.joined(separator: "\n")]
        values[Self.owner] = [detail.contact.assignedTo?.rawValue].compactMap { $0 }
        values[Self.kind] = [detail.contact.kind.rawValue]
        values[Self.birthday] = [detail.contact.dateOfBirth?.rawValue].compactMap { $0 }
        values[Self.doNotDisturb] = [detail.contact.doNotDisturb.isOn ? "true" : "false"]
        for field in self.fields {
            values[Self.name(field)] = detail.custom[field.id].map { Self.parts($0, of: field) } ?? []
        }
    }

    /// What was sent.
    init(_ form: FormBody, fields: [CustomField]) {
        self.init(fields: fields)
        values = form.values
    }

    static func name(_ field: CustomField) -> String { "custom.\(field.id)" }

    func values(_ name: String) -> [String] { (values[name] ?? []).filter { !$0.isEmpty } }

    mutating func refuse(_ text: String, field: String) {
        errors.append(FormError(text: text, fieldId: field))
        problems[field] = text
    }

    mutating func refuse(_ error: InvalidField) {
        switch error.field {
        case "email": refuse("This is not a complete e-mail address.", field: error.field)
        case "phone": refuse("A phone number has 5 to 15 digits.", field: error.field)
        case "assignedTo": refuse("Choose a user of this account.", field: Self.owner)
        default: refuse(error.message, field: error.field)
        }
    }

    var namesSomebody: Bool {
        [ContactProperty.firstName, .lastName, .email, .phone, .companyName].contains { text($0.rawValue) != nil }
    }

    /// What is different from the contact as it is; everything, for one that is not there yet.
    func edit(of detail: ContactDetail? = nil) -> ContactEdit {
        let before = detail.map { ContactForm($0, fields: fields) } ?? ContactForm(fields: fields)
        func changed(_ name: String) -> Bool { text(name) != before.text(name) && values[name] != nil }
        var edit = ContactEdit()
        for property in Self.properties where changed(property.rawValue) {
            edit.properties.updateValue(text(property.rawValue), forKey: property)
        }
        for field in fields {
            // A browser says nothing of boxes that are all unchecked.
            let isSilent = values[Self.name(field)] == nil && field.type != .checkbox && field.type != .multiSelect
            guard !isSilent, text(Self.name(field)) != before.text(Self.name(field)) else { continue }
            edit.custom.updateValue(text(Self.name(field)), forKey: field.id)
        }
        if changed(Self.contactSource) { edit.contactSource = .some(text(Self.contactSource)) }
        if changed(Self.tags) {
            edit.tags = Set((text(Self.tags) ?? "").split(whereSeparator: \.isNewline).map(String.init))
        }
        if changed(Self.owner) { edit.assignedTo = .some(text(Self.owner).map(UserID.init(rawValue:))) }
        if changed(Self.kind) { edit.kind = text(Self.kind).flatMap(ContactKind.init(rawValue:)) }
        if changed(Self.birthday) { edit.dateOfBirth = .some(text(Self.birthday).flatMap { CalendarDate($0) }) }
        if changed(Self.doNotDisturb) { edit.doNotDisturb.isOn = text(Self.doNotDisturb) == "true" }
        return edit
    }

    private func text(_ name: String) -> String? {
        let given = values(name).map {
            $0.replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
        }
        .filter { !$0.isEmpty }
        return given.isEmpty ? nil : given.joined(separator: ", ")
    }

    private static func parts(_ value: String, of field: CustomField) -> [String] {
        field.type == .checkbox || field.type == .multiSelect
            ? value.split(separator: ", ").map(String.init) : [value]
    }
}

import Attribution
import CRM

/// What a client wants a contact to be; fields that it does not name stay as they are.
struct ContactRequest {
    private(set) var edit = ContactEdit()
    private(set) var first: ImportedAttribution?
    private(set) var latest: ImportedAttribution?

    /// - Throws: `APIError.invalid` with every bad field.
    init(_ body: WireValue, fields: [CustomField]) throws(APIError) {
        var reader = RequestFields(body)
        for property in ContactProperty.stored {
            if let value = reader.text(property.apiName) { edit.properties[property] = .some(value?.nonBlank) }
        }
        if let name = reader.text("name"), edit.properties[.firstName] == nil, edit.properties[.lastName] == nil {
            edit.properties[.fullName] = .some(name?.nonBlank)
        }
        if let email = edit.properties[.email] ?? nil, EmailAddress(email) == nil {
            reader.problems.append("email must be an email")
        }
        if let phone = edit.properties[.phone] ?? nil, PhoneNumber(phone) == nil {
            reader.problems.append("phone must be a phone number of 5 to 15 digits")
        }
        edit.contactSource = reader.text("source")
        edit.timeZone = reader.text("timezone")
        edit.assignedTo = reader.user("assignedTo")
        edit.dateOfBirth = reader.date("dateOfBirth")
        edit.gender = reader.text("gender")
        edit.kind = reader.text("type")??.nonBlank.flatMap(ContactKind.init(rawValue:))
        edit.doNotDisturb = reader.doNotDisturb()
        edit.tags = reader.tags()
        edit.custom = reader.customValues(fields)
        first = reader.attribution("attributionSource")
        latest = reader.attribution("lastAttributionSource")
        let problems = reader.problems + Self.others(in: body, than: reader.problems)
        if !problems.isEmpty { throw .invalid(problems) }
    }

    /// What is wrong with the shape of fields that nothing was said of yet.
    private static func others(in body: WireValue, than known: [String]) -> [String] {
        func field(_ problem: String) -> Substring { problem.prefix { $0 != " " } }
        let named = Set(known.map(field))
        return JSONSchema.contactUpsert.problems(in: body, called: "").filter { !named.contains(field($0)) }
    }
}

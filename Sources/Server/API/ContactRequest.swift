import Attribution
import CRM

/// What a client wants a contact to be; fields that it does not name stay as they are.
struct ContactRequest {
    private(set) var locationID: String?
    private(set) var edit = ContactEdit()
    private(set) var first: ImportedAttribution?
    private(set) var latest: ImportedAttribution?

    /// - Throws: `APIError.invalid` with every bad field.
    init(_ body: WireValue, fields: [CustomField]) throws(APIError) {
        var reader = RequestFields(body)
        locationID = reader.text("locationId")??.nonBlank
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
        edit.tags = reader.tags()
        edit.custom = reader.customValues(fields)
        first = reader.attribution("attributionSource")
        latest = reader.attribution("lastAttributionSource")
        if !reader.problems.isEmpty { throw .invalid(reader.problems) }
    }
}

import Attribution

/// What merge fields stand for: one contact's values, the account's, and its custom values.
public struct MergeValues: Sendable {
    let account: Account
    let details: BusinessDetails
    /// The account's custom values by their keys.
    let customValues: [String: String]
    let fields: [CustomField]
    /// Nil where a text is nobody's in particular.
    let contact: ContactDetail?

    /// The value of a field; nil for what is empty or unknown.
    public subscript(field: MergeField) -> String? {
        guard let (noun, name) = field.parts else { return nil }
        let value: String? =
            switch noun {
            case "contact": contact.flatMap { self.value(String(name), of: $0) }
            case "location": locationValue(String(name))
            case "custom_values": customValues[String(name)]
            default: nil
            }
        return value?.nonEmpty
    }

    private func value(_ name: String, of detail: ContactDetail) -> String? {
        let contact = detail.contact
        switch name {
        case "id": return contact.id.rawValue
        case "name", "full_name":
            return [contact.properties[.firstName], contact.properties[.lastName]].compactMap { $0 }
                .joined(separator: " ")
        case "source": return contact.contactSource
        case "timezone": return contact.timeZone
        case "tags": return detail.tags.joined(separator: ", ")
        default: break
        }
        if let property = ContactProperty(rawValue: name) { return contact.properties[property] }
        if let reference = Self.attribution(name) {
            return detail.attribution(reference.position)?.record[reference.field]
        }
        return fields.first { $0.key == "contact.\(name)" }.flatMap(detail.value)
    }

    /// `attributionSource.utmSource` and `lastAttributionSource.utmSource`, as the API calls First and Latest.
    private static func attribution(_ name: String) -> AttributionReference? {
        let objects: [(prefix: String, position: AttributionPosition)] = [
            ("attributionSource.", .first), ("lastAttributionSource.", .latest),
        ]
        for (prefix, position) in objects where name.hasPrefix(prefix) {
            return AttributionField(rawValue: String(name.dropFirst(prefix.count)))
                .map { AttributionReference(position, $0) }
        }
        return nil
    }

    private func locationValue(_ name: String) -> String? {
        switch name {
        case "id": account.locationID
        case "name": account.name
        case "timezone": account.timeZone
        default: BusinessDetails.Item(rawValue: name).flatMap { details[$0] }
        }
    }
}

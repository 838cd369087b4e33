import Attribution
import CRM

/// A column that the list of contacts can show beside the name.
///
/// The raw value stands in addresses and in the cookie: `email`, `latest.utmCampaign`, `custom:<id>`.
enum ContactColumn: Hashable, RawRepresentable {
    case property(ContactProperty)
    case contactSource, tags, created, updated
    case attribution(AttributionReference)
    case custom(FieldID)

    /// What a person sees who has chosen nothing.
    static let usual: [ContactColumn] = [
        .property(.email), .property(.phone), .attribution(AttributionReference(.first, .sessionSource)),
        .attribution(AttributionReference(.latest, .sessionSource)), .created,
    ]

    init?(rawValue: String) {
        switch rawValue {
        case "contact_source": self = .contactSource
        case "tags": self = .tags
        case "created": self = .created
        case "updated": self = .updated
        case _ where rawValue.hasPrefix("custom:"): self = .custom(FieldID(rawValue: String(rawValue.dropFirst(7))))
        default:
            if let property = ContactProperty(rawValue: rawValue), property != .fullName {
                self = .property(property)
            } else if let reference = AttributionReference(rawValue: rawValue) {
                self = .attribution(reference)
            } else {
                return nil
            }
        }
    }

    var rawValue: String {
        switch self {
        case .property(let property): property.rawValue
        case .contactSource: "contact_source"
        case .tags: "tags"
        case .created: "created"
        case .updated: "updated"
        case .attribution(let reference): reference.rawValue
        case .custom(let id): "custom:\(id)"
        }
    }

    /// Nil for a custom field that is no more.
    func label(_ fields: [CustomField]) -> String? {
        switch self {
        case .property(let property): property.label
        case .contactSource: "Contact Source"
        case .tags: "Tags"
        case .created: "Created"
        case .updated: "Updated"
        case .attribution(let reference): "\(reference.position.label): \(reference.field.label)"
        case .custom(let id): fields.first { $0.id == id }?.name
        }
    }
}

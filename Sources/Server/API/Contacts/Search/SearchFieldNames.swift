import Attribution
import CRM

/// What clients call the fields that contacts are searched and sorted by.
struct SearchFieldNames {
    /// The account's custom fields.
    let fields: [CustomField]

    /// Nil for a name that is no field.
    func field(_ name: String) -> ContactSearchField? {
        if let field = Self.own[name] { return field }
        if let rest = name.rest(after: "customFields.") { return custom(rest) }
        if name.hasPrefix("contact.") { return custom(name) }
        if let rest = name.rest(after: "attributionSource.") { return Self.attribution(.first, rest) }
        if let rest = name.rest(after: "lastAttributionSource.") { return Self.attribution(.latest, rest) }
        return nil
    }

    private static let own: [String: ContactSearchField] = {
        var names: [String: ContactSearchField] = [
            "id": .id, "contactName": .name, "name": .name, "fullNameLowerCase": .name,
            "firstNameLowerCase": .property(.firstName), "lastNameLowerCase": .property(.lastName),
            "emailLowerCase": .property(.email), "address": .property(.address1),
            "businessName": .property(.companyName), "source": .contactSource, "timezone": .timeZone,
            "assignedTo": .assignedTo, "dnd": .doNotDisturb, "type": .kind, "gender": .gender,
            "dateOfBirth": .dateOfBirth, "dateAdded": .createdAt, "dateUpdated": .updatedAt, "tags": .tags,
            "followers": .followers, "additionalEmails": .additionalEmails, "visitorId": .visitors,
            "createdBy.source": .creatorSource, "createdBy.channel": .creatorChannel, "needsReview": .needsReview,
            "attributionWhy.first.secondOpinion": .secondOpinion(.first),
            "attributionWhy.latest.secondOpinion": .secondOpinion(.latest),
        ]
        for property in ContactProperty.stored { names[property.apiName] = .property(property) }
        for field in ContactSearchField.OriginalField.allCases {
            names["originalTraffic.original\(field.rawValue.capitalized)"] = .original(field)
        }
        return names
    }()

    private static func attribution(_ position: AttributionPosition, _ name: String) -> ContactSearchField? {
        AttributionField.allCases
            .first { $0.apiName == name || $0.prefixedName == name || ($0 == .msclkid && name == "msclikid") }
            .map { .attribution(AttributionReference(position, $0)) }
    }

    private func custom(_ name: String) -> ContactSearchField? {
        guard let field = fields.first(where: { $0.id.rawValue == name || $0.isCalled(name) }) else { return nil }
        return field.derivedFrom.map(ContactSearchField.attribution) ?? .custom(field.id, field.type.searchKind)
    }
}

extension FieldType {
    fileprivate var searchKind: SearchKind {
        switch self {
        case .number, .money, .rating: .number
        default: .text
        }
    }
}

extension String {
    /// What stands behind a beginning; nil when it begins otherwise.
    fileprivate func rest(after beginning: String) -> String? {
        hasPrefix(beginning) ? String(dropFirst(beginning.count)) : nil
    }
}

import Database

/// What a custom field belongs to.
public enum FieldModel: String, Sendable, CaseIterable, SQLConvertible {
    case contact
    case opportunity

    public var label: String {
        switch self {
        case .contact: "Contacts"
        case .opportunity: "Opportunities"
        }
    }

    /// The keys that belong to what every contact or opportunity has, without the model before them.
    var standardNames: Set<String> {
        switch self {
        case .contact:
            Set(ContactProperty.allCases.map(\.rawValue)).union([
                "source", "id", "name", "tags", "timezone", "date_of_birth", "gender", "type", "assigned_to", "dnd",
            ])
        case .opportunity:
            [
                "id", "name", "source", "status", "value", "monetary_value", "currency", "pipeline", "pipeline_stage",
                "assigned_to", "contact",
            ]
        }
    }
}

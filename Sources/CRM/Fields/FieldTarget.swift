/// Where a submitted field goes on the contact.
public enum FieldTarget: Sendable, Hashable, RawRepresentable {
    case property(ContactProperty)
    case custom(FieldID)
    /// The hidden field that only feeds Contact Source.
    case contactSource

    public var rawValue: String {
        switch self {
        case .property(let property): "property:\(property.rawValue)"
        case .custom(let id): "custom:\(id.rawValue)"
        case .contactSource: "source"
        }
    }

    public init?(rawValue: String) {
        if rawValue == "source" {
            self = .contactSource
        } else if rawValue.hasPrefix("property:"),
            let property = ContactProperty(rawValue: String(rawValue.dropFirst(9)))
        {
            self = .property(property)
        } else if rawValue.hasPrefix("custom:"), rawValue.count > 7 {
            self = .custom(FieldID(rawValue: String(rawValue.dropFirst(7))))
        } else {
            return nil
        }
    }
}

import Attribution

/// A field that an account added to its contacts, or one of the attribution fields that every account has.
public struct CustomField: Sendable, Identifiable, Equatable {
    public let id: FieldID
    /// What clients and merge fields call it: `contact.preferred_doctor`.
    public let key: String
    public let name: String
    public let type: FieldType
    public let options: [String]
    /// Whether a browser may write it.
    public let fillable: Bool
    /// Set on fields whose value is read off the contact's attribution and never stored.
    public let derivedFrom: AttributionReference?
}

/// One field of a contact's First or Latest attribution.
public struct AttributionReference: Sendable, Hashable, RawRepresentable {
    public let position: AttributionPosition
    public let field: AttributionField

    public init(_ position: AttributionPosition, _ field: AttributionField) {
        self.position = position
        self.field = field
    }

    /// `latest.utmSource`
    public var rawValue: String { "\(position.rawValue).\(field.apiName)" }

    public init?(rawValue: String) {
        let parts = rawValue.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let position = AttributionPosition(rawValue: String(parts[0])),
            let field = AttributionField(rawValue: String(parts[1]))
        else { return nil }
        self.init(position, field)
    }
}

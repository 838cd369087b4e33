import Attribution

/// A field that an account added to its contacts or opportunities, or one of the attribution fields that every
/// account has.
public struct CustomField: Sendable, Identifiable, Equatable {
    public let id: FieldID
    public let model: FieldModel
    /// What clients and merge fields call it: `contact.preferred_doctor`. It stays when the name changes.
    public let key: String
    public let name: String
    public let type: FieldType
    public let options: [String]
    /// Whether something else than the options may be chosen.
    public let allowsOther: Bool
    /// Whether a browser may write it.
    public let fillable: Bool
    /// Set on fields whose value is read off the contact's attribution and never stored.
    public let derivedFrom: AttributionReference?
    public let placeholder: String?
    /// What the field is for, in the owner's words.
    public let note: String?
    /// The file name endings that are taken, like `.pdf`; empty takes all.
    public let acceptedFormats: [String]
    public let fileLimit: Int?
    public let folder: FolderID?
    /// Where it stands in lists; of two with the same number the older one comes first.
    public let position: Int
    public let createdAt: Milliseconds
    public let updatedAt: Milliseconds

    /// One of those that every account has from the beginning: it can be moved, and neither changed nor deleted.
    public var isBuiltIn: Bool { DerivedField(rawValue: key) != nil }
}

public typealias FolderID = Identifier<FieldFolder>

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

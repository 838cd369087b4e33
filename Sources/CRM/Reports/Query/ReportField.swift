/// Something that a report groups by or filters on. The text of it is its name in addresses and in the API.
public enum ReportField: Hashable, Sendable {
    case attribution(ReportDimension)
    case contactSource
    /// A contact has any number of tags: grouped by tag it is counted under each of them.
    case tag
    case customField(FieldID)
    /// What kind of event a conversion is.
    case conversionKind
    case pipeline, stage, status

    /// Whether a First and a Latest attribution may differ in it.
    public var hasModel: Bool {
        if case .attribution = self { true } else { false }
    }

    /// Whether a thing of this subject has such a field.
    public func belongs(to subject: ReportSubject) -> Bool {
        switch self {
        case .attribution(let dimension): subject.hasContact || dimension.isOfVisits
        case .contactSource, .tag, .customField: subject.hasContact
        case .conversionKind: subject == .conversions
        case .pipeline, .stage, .status: subject.hasValue
        }
    }
}

extension ReportField: RawRepresentable {
    public init?(rawValue: String) {
        if let dimension = ReportDimension(rawValue: rawValue) {
            self = .attribution(dimension)
        } else if let plain = Self.plain.first(where: { $0.rawValue == rawValue }) {
            self = plain
        } else if rawValue.hasPrefix(Self.customPrefix), rawValue.count > Self.customPrefix.count {
            self = .customField(FieldID(rawValue: String(rawValue.dropFirst(Self.customPrefix.count))))
        } else {
            return nil
        }
    }

    public var rawValue: String {
        switch self {
        case .attribution(let dimension): dimension.rawValue
        case .contactSource: "contactSource"
        case .tag: "tag"
        case .customField(let id): Self.customPrefix + id.rawValue
        case .conversionKind: "conversionKind"
        case .pipeline: "pipeline"
        case .stage: "stage"
        case .status: "status"
        }
    }

    private static let plain: [ReportField] = [.contactSource, .tag, .conversionKind, .pipeline, .stage, .status]
    private static let customPrefix = "customField."
}

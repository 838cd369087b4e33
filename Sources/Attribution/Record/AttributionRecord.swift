/// The snapshot attached to a conversion: its source, and all that is known about how the visitor arrived.
///
/// A field is absent or says something: never "" and never "null". What is cut is named in `truncatedFields`.
public struct AttributionRecord: Sendable, Equatable {
    public let source: Source
    /// Why this source; nil in an imported record that brought its own.
    public let verdict: Verdict?
    /// Set when the landing is that of an earlier session.
    public let carryOver: CarryOver?
    /// When the conversion happened, in UTC milliseconds.
    public let createdAt: Int64
    /// Whether the record was brought in from another system.
    public var isImported: Bool
    public private(set) var truncatedFields: Set<AttributionField>

    private var values: [AttributionField: String]

    /// A record as it was stored: what it holds was made fit for storage before.
    public init(
        source: Source, verdict: Verdict?, carryOver: CarryOver?, createdAt: Int64, isImported: Bool,
        values: [AttributionField: String], truncatedFields: Set<AttributionField>
    ) {
        self.source = source
        self.verdict = verdict
        self.carryOver = carryOver
        self.createdAt = createdAt
        self.isImported = isImported
        self.values = values.filter { !$0.key.isDerived }
        self.truncatedFields = truncatedFields
    }

    /// A record with a verdict and no fields yet.
    public init(verdict: Verdict, createdAt: Int64, isImported: Bool = false, carryOver: CarryOver? = nil) {
        self.init(
            source: verdict.source, verdict: verdict, carryOver: carryOver?.fitForStorage, createdAt: createdAt,
            isImported: isImported, values: [:], truncatedFields: [])
    }

    /// A record that brings its own source from another system, and has no fields yet.
    public init(source: Source, createdAt: Int64, isImported: Bool) {
        self.init(
            source: source, verdict: nil, carryOver: nil, createdAt: createdAt, isImported: isImported, values: [:],
            truncatedFields: [])
    }

    /// The text of a field; writing one drops secrets and cuts what is too long, and a derived field cannot be written.
    public subscript(field: AttributionField) -> String? {
        get {
            switch field {
            case .sessionSource: source.label
            case .device: values[.userAgent].flatMap(DeviceSummary.describe)
            case .createdAt: UTCTimestamp.text(milliseconds: createdAt)
            default: values[field]
            }
        }
        set {
            guard !field.isDerived else { return }
            let kept = field.isURL ? FieldText.url(newValue) : FieldText.field(newValue)
            values[field] = kept?.text
            if kept?.isTruncated == true { truncatedFields.insert(field) } else { truncatedFields.remove(field) }
        }
    }
}

import Attribution

/// An attribution in JSON Lines: every field under its name, null where absent.
public struct AttributionLine: Encodable, Sendable {
    private let stored: StoredAttribution

    public init(_ stored: StoredAttribution) { self.stored = stored }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: LineKey.self)
        let record = stored.record
        for field in AttributionField.allCases {
            try container.encode(record[field], forKey: LineKey(field.apiName))
        }
        try container.encode(record.verdict?.subLabel, forKey: "subLabel")
        try container.encode(record.verdict?.rule.number, forKey: "rule")
        try container.encode(record.verdict?.revision, forKey: "rulesRevision")
        try container.encode(record.verdict?.sentence, forKey: "sentence")
        try container.encode(record.isImported, forKey: "imported")
        try container.encode(record.carryOver != nil, forKey: "carriedOver")
        try container.encode(record.carryOver?.carriedFromAt.iso8601, forKey: "carriedFromAt")
        try container.encode(record.carryOver?.directURL, forKey: "directUrl")
        try container.encode(record.carryOver?.directReferrer, forKey: "directReferrer")
    }
}

/// The name of a member of a line.
struct LineKey: CodingKey, ExpressibleByStringLiteral {
    let stringValue: String
    let intValue: Int? = nil

    init(_ name: String) { stringValue = name }
    init(stringValue: String) { self.init(stringValue) }
    init(stringLiteral: String) { self.init(stringLiteral) }
    init?(intValue: Int) { nil }
}

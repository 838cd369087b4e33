import Attribution
import CRM

/// First or Latest as an object of its own: every field under its name, null where absent.
struct WireAttribution: Encodable {
    let stored: StoredAttribution

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: WireKey.self)
        for field in AttributionField.allCases {
            try container.encode(field, of: stored.record, under: WireKey(field.apiName))
        }
        try container.encode(stored.record[.msclkid], forKey: .msclikid)
    }
}

/// One entry of `attributions`: the same fields, some of them under the prefixed names that existing clients read.
struct WireListedAttribution: Encodable {
    let stored: StoredAttribution
    let position: AttributionPosition

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: WireKey.self)
        try container.encode(position == .first, forKey: WireKey("isFirst"))
        try container.encode(position == .latest, forKey: WireKey("isLast"))
        for field in AttributionField.allCases {
            try container.encode(field, of: stored.record, under: WireKey(field.prefixedName ?? field.apiName))
        }
        try container.encode(stored.record[.msclkid], forKey: .msclikid)
    }
}

/// The name of a member that is only known at run time.
private struct WireKey: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    /// A public misspelling of `msclkid` that clients read.
    static let msclikid = WireKey("msclikid")

    init(_ name: String) { stringValue = name }
    init(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
}

extension KeyedEncodingContainer<WireKey> {
    /// `url` is always a string, and the source has spellings of its own here.
    fileprivate mutating func encode(
        _ field: AttributionField, of record: AttributionRecord, under key: WireKey
    ) throws {
        switch field {
        case .sessionSource: try encode(record.source.apiLabel, forKey: key)
        case .url: try encode(record[.url] ?? "", forKey: key)
        default: try encode(record[field], forKey: key)
        }
    }
}

extension AttributionField {
    /// The name in `attributions`, where it differs.
    var prefixedName: String? {
        switch self {
        case .sessionSource: "utmSessionSource"
        case .campaignID: "utmCampaignId"
        case .gclid: "utmGclid"
        case .fbclid: "utmFbclid"
        case .msclkid: "utmMsclkid"
        case .adID: "utmAdId"
        case .adGroupID: "utmAdGroupId"
        default: nil
        }
    }
}

import Attribution
import CRM

/// Why First and Latest are what they are: `attributionWhy`.
struct WireReasons: Encodable {
    @OrNull var first: WireReason?
    @OrNull var latest: WireReason?

    init(_ detail: ContactDetail) {
        first = detail.first.map { WireReason($0.record) }
        latest = detail.latest.map { WireReason($0.record) }
    }
}

/// The explanation of one attribution.
struct WireReason: Encodable {
    /// The key, like `paid_search`.
    let source: String
    let label: String
    /// Null where the attribution was imported with its source.
    @OrNull var rule: RuleReference?
    let evidence: [WireEvidence]
    @OrNull var platform: String?
    let notes: [Note]
    let sentence: String
    @OrNull var ruleSet: String?
    @OrNull var ruleSetVersion: Int?
    @OrNull var catalogueVersion: Int?
    let imported: Bool
    /// Whether the landing is that of an earlier visit, because the converting one was Direct.
    let carriedOver: Bool
    @OrNull var carriedFromAt: String?
    @OrNull var directUrl: String?
    @OrNull var directReferrer: String?

    struct WireEvidence: Encodable {
        let kind: Evidence.Kind
        let name: String
        @OrNull var value: String?
    }

    init(_ record: AttributionRecord) {
        source = record.source.rawValue
        label = record.source.label
        let verdict = record.verdict
        rule = verdict?.rule
        evidence = (verdict?.evidence ?? []).map { WireEvidence(kind: $0.kind, name: $0.name, value: $0.value) }
        platform = verdict?.platform
        notes = verdict?.notes ?? []
        sentence = verdict?.sentence ?? "\(record.source.label), as the system it was imported from says."
        ruleSet = verdict?.ruleSet.rawValue
        ruleSetVersion = verdict?.ruleSetVersion
        catalogueVersion = verdict?.catalogueVersion
        imported = record.isImported
        carriedOver = record.carryOver != nil
        carriedFromAt = record.carryOver?.carriedFromAt.iso8601
        directUrl = record.carryOver?.directURL
        directReferrer = record.carryOver?.directReferrer
    }
}

import Attribution
import CRM

/// Why First and Latest are what they are: `attributionWhy`.
struct WireReasons: Encodable {
    @OrNull var first: WireReason?
    @OrNull var latest: WireReason?

    /// - Parameter opinions: what the rules in force say, where that differs.
    init(_ detail: ContactDetail, _ opinions: [AttributionID: SecondOpinion]) {
        first = detail.first.map { WireReason($0.record, opinions[$0.id]) }
        latest = detail.latest.map { WireReason($0.record, opinions[$0.id]) }
    }
}

/// The explanation of one attribution.
struct WireReason: Encodable {
    /// The key, like `paid_search`.
    let source: String
    let label: String
    @OrNull var subLabel: String?
    /// Null where the attribution was imported with its source.
    @OrNull var rule: RuleReference?
    let evidence: [WireEvidence]
    @OrNull var platform: String?
    let notes: [Note]
    let sentence: String
    @OrNull var ruleSet: String?
    @OrNull var ruleSetVersion: Int?
    /// The revision of the account's rules; null where a built-in set judged on its own.
    @OrNull var revision: Int?
    @OrNull var catalogueVersion: Int?
    let imported: Bool
    /// Whether the landing is that of an earlier visit, because the converting one was Direct.
    let carriedOver: Bool
    @OrNull var carriedFromAt: String?
    @OrNull var directUrl: String?
    @OrNull var directReferrer: String?
    @OrNull var secondOpinion: WireSecondOpinion?

    struct WireEvidence: Encodable {
        let kind: Evidence.Kind
        let name: String
        @OrNull var value: String?
    }

    init(_ record: AttributionRecord, _ opinion: SecondOpinion?) {
        source = record.source.rawValue
        label = record.source.label
        subLabel = record.verdict?.subLabel
        revision = record.verdict?.revision
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
        secondOpinion = opinion.map(WireSecondOpinion.init)
    }
}

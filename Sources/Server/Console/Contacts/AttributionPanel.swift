import Attribution
import CRM

/// One of a contact's two attributions with its explanation and every field (`console/attribution`).
struct AttributionPanel {
    let title: String
    let id: String
    let locked: Bool
    let when: Moment
    let source: SourceBadge
    let subLabel: String?
    let sentence: String
    let rule: String
    let imported: Bool
    let carriedOver: CarriedOver?
    let secondOpinion: SecondOpinionPanel?
    let notes: [TextLine]
    let fields: [Field]
    let emptyText: String?
    let emptyFields: [Empty]

    struct CarriedOver {
        let text: String
        let directUrl: String
        let directReferrer: String?
    }

    struct Field: Equatable {
        let label: String
        let value: String
        /// The value, cut where a line may break.
        let parts: [TextLine]
        /// Text for machines: addresses, ids, user agents.
        let code: Bool
        let copy: Bool
        let cut: String?
    }

    struct Empty: Equatable {
        let label: String
    }

    /// - Parameter opinion: what the rules in force say, where that differs.
    init(
        _ position: AttributionPosition, _ stored: StoredAttribution, _ opinion: SecondOpinion?, _ clock: AccountClock
    ) {
        let record = stored.record
        title = position.label
        id = position.rawValue
        locked = position == .first
        when = clock.moment(record.createdAt)
        source = SourceBadge(stored.source)
        subLabel = record.verdict?.subLabel
        sentence = AttributionWords.sentence(record)
        rule = AttributionWords.rule(record)
        imported = record.isImported
        carriedOver = record.carryOver.map { carryOver in
            CarriedOver(
                text: "Taken over from the visit of \(clock.moment(carryOver.carriedFromAt).text).",
                directUrl: carryOver.directURL, directReferrer: carryOver.directReferrer)
        }
        secondOpinion = opinion.map { SecondOpinionPanel($0, locked: stored, clock) }
        notes = (record.verdict?.notes ?? []).filter { $0.code != .carriedOver }.map { TextLine(text: $0.text) }
        fields = AttributionField.allCases.compactMap { Field($0, of: record, clock) }
        emptyFields = AttributionField.allCases.filter { record[$0] == nil }.map { Empty(label: $0.label) }
        emptyText = emptyFields.isEmpty ? nil : "Show \(Count.text(emptyFields.count, "empty field"))"
    }
}

extension AttributionPanel.Field {
    /// Nil for a field that says nothing.
    init?(_ field: AttributionField, of record: AttributionRecord, _ clock: AccountClock) {
        guard let value = record[field] else { return nil }
        label = field.label
        self.value = field == .createdAt ? clock.moment(record.createdAt).text : value
        parts = field.isAddress ? LineBreaks.parts(of: value) : [TextLine(text: self.value)]
        code = field.isForMachines
        copy = field.isForMachines
        cut =
            record.truncatedFields.contains(field)
            ? (field.isAddress ? "Cut at 8,192 bytes" : "Cut at 2,048 characters") : nil
    }
}

extension AttributionField {
    var isAddress: Bool { self == .url || self == .pageURL || self == .referrer }

    /// Whether the value is one that people copy and do not read.
    var isForMachines: Bool {
        switch self {
        case .url, .pageURL, .referrer, .campaignID, .mediumID, .submissionID, .gclid, .fbclid, .msclkid, .dclid, .fbc,
            .fbp, .fbEventID, .gaClientID, .userAgent, .ip, .visitorID, .igSid, .adGroupID, .adID, .gbraid, .wbraid,
            .ttclid, .ctwaClid, .gaSessionID, .pSid, .postID:
            true
        default:
            false
        }
    }
}

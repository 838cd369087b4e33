import Attribution

/// The export of conversions: the event, then the attribution that it wrote.
public enum ConversionExport {
    public static let table = ExportTable<AttributedConversion>(columns: own + attribution)

    /// These four are the conversion's own: a held one has them, and has no attribution yet.
    private static let replaced: Set<AttributionField> = [.submissionID, .visitorID, .formName, .pageURL]

    private static let own: [ExportTable<AttributedConversion>.Column] = [
        .init("submissionId", "Submission ID") { .text($0.conversion.id.rawValue) },
        .init("eventId", "Event ID") { .text($0.conversion.event?.description) },
        .init("kind", "Kind") { .text($0.conversion.kind.rawValue) },
        .init("status", "Status") { .text($0.conversion.status.rawValue) },
        .init("heldReason", "Held Reason") { .text($0.conversion.heldReason?.rawValue) },
        .init("contactId", "Contact ID") { .text($0.conversion.contact?.rawValue) },
        .init("visitorId", "Visitor ID") { .text($0.conversion.visitor?.description) },
        .init("sessionId", "Session ID") { .text($0.conversion.session?.description) },
        .init("occurredAt", "Occurred At") { .text($0.conversion.occurredAt.iso8601) },
        .init("receivedAt", "Received At") { .text($0.conversion.receivedAt.iso8601) },
        .init("formId", "Form ID") { .text($0.conversion.formID) },
        .init("formName", "Form Name") { .text($0.conversion.formName) },
        .init("pageUrl", "Page URL") { .text($0.conversion.pageURL) },
        .init("fields", "Fields") { .fields($0.conversion.fields) },
    ]

    private static let attribution: [ExportTable<AttributedConversion>.Column] =
        AttributionField.allCases.filter { !replaced.contains($0) }.flatMap(columns) + [
            .init("rule", "Rule") { .text($0.attribution?.record.verdict?.rule.number) },
            .init("rulesRevision", "Rules Revision") { .number($0.attribution?.record.verdict?.revision) },
            .init("sentence", "Why") { .text($0.attribution?.record.verdict?.sentence) },
            .init("carriedOver", "Carried Over") { .flag($0.attribution?.record.carryOver != nil) },
            .init("carriedFromAt", "Carried From") { .text($0.attribution?.record.carryOver?.carriedFromAt.iso8601) },
            .init("directUrl", "Direct URL") { .text($0.attribution?.record.carryOver?.directURL) },
            .init("directReferrer", "Direct Referrer") { .text($0.attribution?.record.carryOver?.directReferrer) },
            .init("secondOpinion", "Second Opinion") { .opinion($0.secondOpinion.map(OpinionLine.init)) },
        ]

    /// The finer label stands behind the source.
    private static func columns(of field: AttributionField) -> [ExportTable<AttributedConversion>.Column] {
        let column = ExportTable<AttributedConversion>.Column(field.apiName, field.label) {
            .text($0.attribution?.record[field])
        }
        guard field == .sessionSource else { return [column] }
        return [column, .init("subLabel", "Sub-label") { .text($0.attribution?.record.verdict?.subLabel) }]
    }
}

/// The export of opportunities: each with its contact, and the sources of the contact's First and Latest.
public enum OpportunityExport {
    public static let table = ExportTable<OpportunityLine>(columns: own + dates + contact)

    private static let own: [ExportTable<OpportunityLine>.Column] = [
        .init("opportunityId", "Opportunity ID") { .text($0.opportunity.id.rawValue) },
        .init("name", "Name") { .text($0.opportunity.name) },
        .init("status", "Status") { .text($0.opportunity.status.rawValue) },
        .init("value", "Value") { .decimal($0.opportunity.value.major) },
        .init("currency", "Currency") { .text($0.opportunity.value.currency.rawValue) },
        .init("pipelineId", "Pipeline ID") { .text($0.opportunity.pipeline.rawValue) },
        .init("pipeline", "Pipeline") { .text($0.pipeline?.name) },
        .init("stageId", "Stage ID") { .text($0.opportunity.stage.rawValue) },
        .init("stage", "Stage") { .text($0.pipeline?.stage($0.opportunity.stage)?.name) },
        .init("assignedTo", "Assigned To") { .text($0.opportunity.assignedTo?.rawValue) },
        .init("source", "Opportunity Source") { .text($0.opportunity.source) },
        .init("lostReason", "Lost Reason") { .text($0.lostReason) },
        .init("closesOn", "Expected Close") { .text($0.opportunity.forecast.closesOn?.rawValue) },
        .init("probability", "Probability") {
            .number($0.opportunity.probability(in: $0.pipeline?.stage($0.opportunity.stage)))
        },
        .init("customFields", "Custom Fields") { .named($0.custom) },
    ]

    private static let dates: [ExportTable<OpportunityLine>.Column] = [
        .init("createdAt", "Created At") { .text($0.opportunity.createdAt.iso8601) },
        .init("updatedAt", "Updated At") { .text($0.opportunity.updatedAt.iso8601) },
        .init("lastStatusChangeAt", "Last Status Change") { .text($0.opportunity.statusChangedAt.iso8601) },
        .init("lastStageChangeAt", "Last Stage Change") { .text($0.opportunity.stageChangedAt.iso8601) },
    ]

    private static let contact: [ExportTable<OpportunityLine>.Column] = [
        .init("contactId", "Contact ID") { .text($0.opportunity.contact.rawValue) },
        .init("contactName", "Contact") { .text($0.detail.contact.contact.displayName) },
        .init("email", "E-mail") { .text($0.detail.contact.contact.properties[.email]) },
        .init("firstSessionSource", "First: Source") { .text($0.detail.contact.contact.first?.source.label) },
        .init("firstCampaign", "First: Campaign") { .text($0.detail.contact.first?.record[.campaign]) },
        .init("latestSessionSource", "Latest: Source") { .text($0.detail.contact.contact.latest?.source.label) },
        .init("latestCampaign", "Latest: Campaign") { .text($0.detail.contact.latest?.record[.campaign]) },
    ]
}

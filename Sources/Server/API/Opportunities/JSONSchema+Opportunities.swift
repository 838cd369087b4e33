import CRM

extension JSONSchema {
    static let opportunity = JSONSchema.object("Opportunity", opportunityMembers)

    private static let opportunityMembers: [Member] =
        ["id", "name", "currency", "pipelineId", "pipelineStageId", "contactId", "locationId"]
        .map { .required($0, .string) }
        + [
            "assignedTo", "source", "lostReasonId", "forecastExpectedCloseDate", "forecastOriginalCloseDate",
            "forecastLastSlippedAt",
        ].map { .required($0, .string.orNull) }
        + ["lastStatusChangeAt", "lastStageChangeAt", "lastActionDate", "createdAt", "updatedAt"]
        .map { .required($0, .time) }
        + [
            .required("monetaryValue", .number.noted("In whole units of the currency")),
            .required("status", .choice(Opportunity.Status.allCases.map(\.rawValue))),
            .required("forecastSlippageCount", .integer), .required("forecastDaysSlipped", .integer.orNull),
            .required("forecastProbability", .integer.orNull), .required("effectiveProbability", .integer.orNull),
            .required("contact", .opportunityPerson),
            .required(
                "customFields",
                .array(.object([.required("id", .string), .required("fieldValue", .either(.string, .array(.string)))]))),
            .required("followers", .array(.string.noted("A user's id"))),
            .required("attributions", .array(.listedAttribution)),
            .optional("notes", .array(.anyObject).noted("The contact's, where a search asks for them")),
            .optional("tasks", .array(.anyObject).noted("The contact's, where a search asks for them")),
            .optional("calendarEvents", .array(.string).noted("Headwater has no calendars: the list is empty")),
        ]

    private static let opportunityPerson = JSONSchema.object([
        .required("id", .string), .required("name", .string), .required("companyName", .string.orNull),
        .required("email", .string.orNull), .required("phone", .string.orNull), .required("tags", .array(.string)),
    ])

    static let singleOpportunity = JSONSchema.object("SingleOpportunity", [.required("opportunity", .opportunity)])

    static let upsertedOpportunity = JSONSchema.object(
        "UpsertedOpportunity", [.required("opportunity", .opportunity), .required("new", .boolean)])

    static let opportunityDone = JSONSchema.object(
        "OpportunityDone",
        [.required("succeded", .boolean), .required("succeeded", .boolean), .required("success", .boolean)])

    private static let moneyValues = JSONSchema.array(
        .object([.required("currency", .string), .required("value", .number)]))

    private static let opportunityAggregations = JSONSchema.object(
        "OpportunityAggregations",
        [
            .required("count", .integer), .required("values", moneyValues),
            .required(
                "byStatus",
                .array(
                    .object([
                        .required("status", .string), .required("count", .integer), .required("values", moneyValues),
                    ]))),
        ])

    static let opportunityList = JSONSchema.object(
        "OpportunityList",
        [
            .required("opportunities", .array(.opportunity)), .required("aggregations", opportunityAggregations),
            .required(
                "meta",
                .object([
                    .required("total", .integer), .required("nextPageUrl", .string.orNull),
                    .required("startAfterId", .string.orNull),
                    .required("startAfter", .either(.integer, .string).orNull), .required("currentPage", .integer),
                    .required("nextPage", .integer.orNull), .required("prevPage", .integer.orNull),
                ])),
        ])

    static let opportunitiesFound = JSONSchema.object(
        "OpportunitiesFound",
        [
            .required("opportunities", .array(.opportunity)), .required("total", .integer),
            .required("searchAfter", .array(.string).orNull), .required("aggregations", opportunityAggregations),
            .required("stageAggregations", .array(.stageAggregation)),
        ])

    private static let stageAggregation = JSONSchema.object(
        "StageAggregation",
        ["pipelineStageId", "currency"].map { .required($0, .string) } + [.required("totalCount", .integer)]
            + ["totalValue", "weightedValue", "openValue", "openWeightedValue", "wonValue"].map {
                .required($0, .number)
            })

    static let pipelineList = JSONSchema.object("PipelineList", [.required("pipelines", .array(.pipeline))])

    private static let pipeline = JSONSchema.object(
        "Pipeline",
        ["id", "name", "locationId", "colorRenderMode"].map { .required($0, .string) }
            + ["showInFunnel", "showInPieChart", "useOpportunityProbability"].map { .required($0, .boolean) }
            + ["dateAdded", "dateUpdated"].map { .required($0, .time) }
            + [
                .required(
                    "stages",
                    .array(
                        .object([
                            .required("id", .string), .required("name", .string), .required("position", .integer),
                            .required("showInFunnel", .boolean), .required("showInPieChart", .boolean),
                            .required("probability", .integer.orNull),
                        ])))
            ])

    static let lostReasonList = JSONSchema.object(
        "LostReasonList",
        [
            .required(
                "lostReasons",
                .array(
                    .object([
                        .required("id", .string), .required("name", .string), .required("locationId", .string),
                        .required("createdAt", .time), .required("updatedAt", .time),
                    ]))),
            .required("total", .integer),
        ])
}

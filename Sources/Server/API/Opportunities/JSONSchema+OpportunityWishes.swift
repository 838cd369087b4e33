import CRM

extension JSONSchema {
    /// `all` is a status of the public files, for filters: it is refused where an opportunity gets one.
    private static let status = choice(Opportunity.Status.allCases.map(\.rawValue))

    private static let commonWishes: [Member] = [
        .optional("locationId", .string), .optional("pipelineStageId", .string.orNull),
        .optional(
            "monetaryValue", .number.orNull.noted("In whole units of the currency, rounded to its smallest unit")),
        .optional("currency", .string.orNull.noted("ISO 4217; left out, it is the account's")),
        .optional("assignedTo", .string.orNull.noted("A user's id")), .optional("source", .string.orNull),
        .optional("lostReasonId", .string.orNull.noted("Counts while the status is lost")),
        .optional("forecastExpectedCloseDate", .string.orNull), .optional("forecastProbability", .number.orNull),
        .optional("customFields", .array(.customFieldWish).orNull),
    ]

    static let opportunityWish = JSONSchema.object(
        "OpportunityWish",
        commonWishes + [
            .optional("pipelineId", .string.orNull), .optional("name", .string(of: 1...500)),
            .optional("status", status), .optional("contactId", .string.orNull),
        ])

    static let newOpportunity = JSONSchema.object(
        "NewOpportunity",
        commonWishes + [
            .required("pipelineId", .string), .required("name", .string(of: 1...500)), .required("status", status),
            .required("contactId", .string),
        ])

    static let opportunityUpsert = JSONSchema.object(
        "OpportunityUpsert",
        commonWishes + [
            .optional("id", .string.orNull.noted("Of the opportunity; without it contactId is needed")),
            .required("pipelineId", .string), .optional("name", .string(of: 1...500)), .optional("status", status),
            .optional("contactId", .string.orNull), .optional("followers", .array(.string).orNull),
            .optional("isRemoveAllFollowers", .boolean.orNull),
            .optional("followersActionType", .choice(["add", "remove"]).orNull),
        ])

    static let opportunityStatus = JSONSchema.object(
        "OpportunityStatus", [.required("status", status), .optional("lostReasonId", .string.orNull)])

    static let opportunityFollowers = JSONSchema.object(
        "OpportunityFollowers", [.required("followers", .array(.string.noted("A user's id")))])

    static let opportunityFollowersAdded = JSONSchema.object(
        "OpportunityFollowersAdded",
        [.required("followers", .array(.string)), .required("followersAdded", .array(.string))])

    static let opportunityFollowersRemoved = JSONSchema.object(
        "OpportunityFollowersRemoved",
        [.required("followers", .array(.string)), .required("followersRemoved", .array(.string))])

    static let opportunitySearch = JSONSchema.object(
        "OpportunitySearch",
        [
            .optional("locationId", .string), .optional("query", .string(of: 0...200).orNull),
            .optional("limit", .integer(1...500).orNull), .optional("page", .integer(0...1_000).orNull),
            .optional("searchAfter", .array(.string).orNull.noted("Empty, or what the page before answered")),
            .optional("order", .choice(OpportunityOrder.apiNames).orNull),
            .optional("status", .choice(Opportunity.Status.allCases.map(\.rawValue) + ["all"]).orNull),
            .optional("firstSource", .string.orNull.noted("Of the contact's First attribution")),
            .optional("latestSource", .string.orNull.noted("Of the contact's Latest attribution")),
            .optional(
                "additionalDetails",
                JSONSchema.object(
                    ["notes", "tasks", "calendarEvents", "unReadConversations"].map { .optional($0, .boolean) }
                ).orNull),
        ] + ["pipelineId", "pipelineStageId", "contactId", "assignedTo"].map { .optional($0, .string.orNull) })
}

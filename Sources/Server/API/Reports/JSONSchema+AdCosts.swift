import CRM

extension JSONSchema {
    static let money = JSONSchema.object(
        "Money", [.required("amount", .number.noted("In whole units: 12.5")), .required("currency", .string)])

    static let adCostsWish = JSONSchema.object(
        "AdCostsWish", [.optional("locationId", .string), .required("costs", .array(.adCost))])

    private static let adCost = JSONSchema.object(
        "AdCost",
        [
            .required("platform", .choice(AdPlatform.allCases.map(\.rawValue))),
            .required("day", .string.noted("YYYY-MM-DD, as the platform's account counts days")),
            .required("level", .choice(["campaign", "adGroup", "adSet", "ad", "keyword"])),
            .optional("campaignId", .string), .optional("campaignName", .string), .optional("adGroupId", .string),
            .optional("adGroupName", .string), .optional("adSetId", .string), .optional("adSetName", .string),
            .optional("adId", .string), .optional("adName", .string), .optional("keyword", .string),
            .optional("matchType", .choice(AdMatchType.allCases.map(\.rawValue))), .optional("impressions", .integer),
            .optional("clicks", .integer), .required("cost", .number.noted("In whole units of the currency")),
            .optional("currency", .string.noted("The account's own when left out")),
        ])

    static let adCostsAnswer = JSONSchema.object(
        "AdCostsAnswer",
        [
            .required("created", .integer), .required("updated", .integer), .required("unchanged", .integer),
            adCostParts,
            .required(
                "ambiguous",
                .array(.integer).noted(
                    "Numbers of costs that were left: without an ID, and several things have the name")),
        ])

    private static let adCostParts = JSONSchema.Member.required(
        "parts",
        .integer.noted(
            "Of these, parts of a campaign or a group that has a cost of its own on the same day: that one counts"))

    static let adCostImport = JSONSchema.object(
        "AdCostImport",
        [
            .required("platform", .string), .required("linesRead", .integer), .required("created", .integer),
            .required("updated", .integer), .required("unchanged", .integer), adCostParts,
            .required("from", .string.orNull),
            .required("to", .string.orNull), .required("impressions", .integer), .required("clicks", .integer),
            .required("spent", .array(.money)), .required("leftCount", .integer), .required("refusedCount", .integer),
            .required(
                "left",
                .array(
                    .object([
                        .required("line", .integer), .required("refused", .boolean), .required("reason", .string),
                    ])
                ).noted("The first thousand lines that were not taken")),
        ])

    static let adReport = JSONSchema.object(
        "AdReport",
        [
            .required("platform", .string), .required("model", .string), .required("from", .string),
            .required("to", .string), .required("comparedFrom", .string.orNull),
            .required("comparedTo", .string.orNull), .required("level", .string), .required("path", .array(.string)),
            .required("currency", .string), .required("rows", .array(.adReportRow)),
            .required("other", .adFigures.orNull.noted("The rows beyond the limit, together")),
            .required("otherBefore", .adFigures.orNull), .required("otherCount", .integer),
            .required("total", .adFigures), .required("totalBefore", .adFigures.orNull),
            .required("spendWithoutLeads", .array(.adReportRow).noted("None while filters hold")),
            .required("leadsWithoutSpend", .array(.adReportRow)), .required("rulesUnderway", rulesUnderway),
        ])

    private static let adReportRow = JSONSchema.object(
        "AdReportRow",
        [
            .required("key", .string.noted("What `path` takes")), .required("name", .string),
            .required("matchType", .string.orNull), .required("placeholder", .boolean),
            .required("expandable", .boolean), .required("figures", .adFigures),
            .required("before", .adFigures.orNull.noted("Of the days that are compared with")),
        ])

    private static let adFigures = JSONSchema.object(
        "AdFigures",
        [
            .required("impressions", .integer.orNull), .required("clicks", .integer.orNull),
            .required("cost", .number.orNull.noted("Null: no cost is known")), .required("cpc", .number.orNull),
            .required("contacts", .integer), .required("cpl", .number.orNull), .required("consults", .integer),
            .required("won", .integer), .required("revenue", .number), .required("cpa", .number.orNull),
            .required("roi", .number.orNull.noted("1 is a hundred percent")), .required("costApart", .array(.money)),
            .required("revenueApart", .array(.money)),
        ])
}

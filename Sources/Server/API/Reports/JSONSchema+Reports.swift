import Attribution
import CRM

extension JSONSchema {
    private static let amount = JSONSchema.object(
        "ReportAmount", [.required("amount", .number), .required("currency", .string)])

    private static let figures = JSONSchema.object(
        "AttributionFigures",
        [
            .required("visits", .integer.orNull), .required("visitors", .integer.orNull),
            .required("contacts", .integer),
            .required("conversionRate", .number.orNull.noted("Contacts of visits, from 0 to 1")),
            .required("consults", .integer), .required("opportunities", .integer),
            .required("won", .integer),
            .required("revenue", .number.orNull),
            .required("revenueApart", .array(amount).noted("In currencies without a rate: in no sum")),
            .required("share", .number.orNull.noted("Of all contacts, from 0 to 1")),
        ])

    private static let attributionRow = JSONSchema.object(
        "AttributionRow",
        [
            .required("key", .string.noted("What `path` takes")), .required("name", .string),
            .required("isPlaceholder", .boolean), .required("isExpandable", .boolean),
            .required("figures", figures), .required("before", figures.orNull),
        ])

    static let attributionReport = JSONSchema.object(
        "AttributionReport",
        [
            .required("locationId", .string), .required("model", .string), .required("from", .string),
            .required("to", .string), .required("comparedFrom", .string.orNull),
            .required("comparedTo", .string.orNull), .required("currency", .string),
            .required("level", .object([.required("field", .string), .required("label", .string)])),
            .required("rows", .array(attributionRow)), .required("other", attributionRow.orNull),
            .required("otherCount", .integer), .required("total", figures),
            .required("totalBefore", figures.orNull), .required("rulesUnderway", rulesUnderway),
        ])

    static let attributionMatrix = JSONSchema.object(
        "AttributionMatrix",
        [
            .required("from", .string), .required("to", .string),
            .required(
                "sources", .array(.object([.required("key", .string), .required("name", .string.orNull)]))),
            .required(
                "contacts", .array(.array(.integer)).noted("A row for each First, a number for each Latest")
            ),
            .required("total", .integer), .required("rulesUnderway", rulesUnderway),
        ])

    static let attributionTimeline = JSONSchema.object(
        "AttributionTimeline",
        [
            .required("figure", .string), .required("bucket", .string),
            .required("currency", .string.orNull),
            .required("days", .array(.string)),
            .required(
                "series",
                .array(
                    .object([
                        .required("key", .string.orNull), .required("name", .string),
                        .required("values", .array(.number.orNull)),
                    ]))),
            .required("rulesUnderway", rulesUnderway),
        ])

    private static let model = JSONSchema.choice(AttributionPosition.allCases.map(\.rawValue))

    static let reportQuery = JSONSchema.object(
        "ReportQuery",
        [
            .optional("locationId", .string),
            .required("subject", .choice(ReportSubject.allCases.map(\.rawValue))),
            .optional("metrics", .array(.choice(ReportMetric.allCases.map(\.rawValue)))),
            .optional(
                "groups", .array(.object([.required("field", .string), .optional("model", model)]))),
            .optional("bucket", .choice(TimeBucket.allCases.map(\.rawValue)).orNull),
            .optional(
                "filters",
                .array(
                    .object([
                        .required("field", .string), .optional("model", model),
                        .optional("is", .array(.string)),
                        .optional("isNot", .array(.string)), .optional("contains", .string),
                        .optional("empty", .boolean), .optional("either", .array(.anyObject)),
                    ]).noted("With exactly one condition"))),
            .optional("from", .string), .optional("to", .string),
            .optional("preset", .choice(ReportPreset.allCases.map(\.rawValue)).orNull),
        ])

    static let reportAnswer = JSONSchema.object(
        "ReportAnswer",
        [
            .required("subject", .string), .required("from", .string), .required("to", .string),
            .required("currency", .string), .required("metrics", .array(.string)),
            .required(
                "rows",
                .array(
                    .object([
                        .required(
                            "keys",
                            .array(
                                .object([
                                    .required("key", .string.orNull), .required("label", .string.orNull),
                                    .required("isPlaceholder", .boolean),
                                ]))),
                        .required("bucket", .string.orNull), .required("values", .array(reportValue)),
                    ]))),
            .required("total", .array(reportValue)), .required("rulesUnderway", rulesUnderway),
        ])

    private static let reportValue = JSONSchema.object(
        "ReportValue", [.required("value", .number.orNull), .required("apart", .array(amount))])
}

import Attribution
import CRM

/// The attribution report and free questions, for programs.
struct ReportsOperations: Sendable {
    let crm: CRM

    var operations: [Operation] {
        let reports = ReportsAPIController(crm: crm)
        let choice = Self.range + Self.choice
        return [
            .on(
                .get, "/reports/attribution", "get-attribution-report", .reports,
                "Visits, contacts and revenue by source, and what is below a source", .readReports,
                query: choice + Self.rows, answers: [.ok(.attributionReport), Self.notReady],
                work: reports.attribution),
            .on(
                .get, "/reports/attribution.csv", "get-attribution-report-csv", .reports,
                "The same rows as CSV", .readReports, query: choice + Self.rows,
                answers: [
                    .csv(
                        "A line for each row, then the total. With `compare` every figure has a second column, as in "
                            + "`Visits` and `Visits Before`"), Self.notReady,
                ], work: reports.csv),
            .on(
                .get, "/reports/attribution/matrix", "get-attribution-matrix", .reports,
                "Contacts by the source they first came by and the one they came by last", .readReports,
                query: choice, answers: [.ok(.attributionMatrix), Self.notReady], work: reports.matrix),
            .on(
                .get, "/reports/attribution/timeline", "get-attribution-timeline", .reports,
                "One figure of the largest rows over time", .readReports, query: choice + Self.time,
                answers: [.ok(.attributionTimeline), Self.notReady], work: reports.timeline),
            .on(
                .post, "/reports/query", "query-reports", .reports,
                "Answers a question of your own: what is counted, grouped by what, over which days",
                .readReports,
                query: [.location], body: .object(.reportQuery),
                answers: [.ok(.reportAnswer), Self.notReady],
                work: reports.query),
        ]
    }

    /// While an account's figures are counted for the first time.
    static let notReady = Operation.Answer.refusal(
        .serviceUnavailable,
        "The figures are being counted for the first time: wait as long as Retry-After says")

    /// Which days; ADS' reports take the same.
    static let range: [APIParameter] = [
        .location,
        .optional(
            "preset", .choice(ReportPreset.allCases.map(\.rawValue)), "Days that follow the calendar"),
        .optional(
            "from", .string, "`YYYY-MM-DD`, a day of the account's time zone; together with `to`"),
        .optional("to", .string, "`YYYY-MM-DD`, the last day"),
        .optional(
            "compare", .choice(ReportComparison.allCases.map(\.rawValue)), "Adds what was before"),
    ]

    private static let choice: [APIParameter] = [
        .optional(
            "model", .choice(AttributionPosition.allCases.map(\.rawValue)), "`first` when it is left out"),
        .optional(
            "filter", .array(.string),
            "`field:is:value`, `field:isNot:value`, `field:contains:text`, `field:empty` or `field:notEmpty`; "
                + "`field@latest` speaks of the other attribution. Several `is` of one field: any of them"),
        .optional(
            "path", .array(.string),
            "The `key` of every level that is opened, the source first; an empty one is the row without a value"
        ),
    ]

    private static let rows: [APIParameter] = [
        .optional(
            "sort", .choice(AttributionSort.allCases.map(\.rawValue)), "`contacts` when it is left out"),
        .optional("order", .choice(["asc", "desc"])),
        .optional(
            "limit", .integer(1...Int64(AttributionAddress.mostLimit)), "The rest is one row, `other`"),
        .optional("visitors", .boolean, "Counts different visitors too, which takes longer"),
    ]

    private static let time: [APIParameter] = [
        .optional(
            "figure", .choice(AttributionFigure.allCases.map(\.rawValue)),
            "`contacts` when it is left out"),
        .optional(
            "bucket", .choice(TimeBucket.allCases.map(\.rawValue)), "By default what fits the range"),
    ]
}

import Attribution
import CRM

extension JSONSchema {
    static let dashboard = JSONSchema.object(
        "Dashboard",
        [
            .required("id", .string), .required("locationId", .string), .required("name", .string),
            .required("period", .widgetPeriod), .required("widgets", .array(.widget)), .required("revision", .integer),
            .required("createdAt", .time), .required("updatedAt", .time),
        ])

    static let singleDashboard = JSONSchema.object("SingleDashboard", [.required("dashboard", .dashboard)])

    static let dashboardList = JSONSchema.object("DashboardList", [.required("dashboards", .array(.dashboard))])

    static let dashboardWish = JSONSchema.object(
        "DashboardWish",
        [
            .optional("locationId", .string),
            .optional(
                "template",
                .choice(DashboardTemplate.allCases.map(\.rawValue)).orNull
                    .noted("What it begins with; widgets that are sent along come after those of the template")),
            .optional("widgets", .array(.widgetWish).orNull),
        ] + dashboardMembers)

    static let dashboardChange = JSONSchema.object(
        "DashboardChange",
        [
            .required("revision", .integer.noted("The one that was read: another one is refused with 409")),
            .required("widgets", .array(.widgetWish)),
        ] + dashboardMembers)

    private static let dashboardMembers: [Member] = [
        .required("name", .string(of: 1...Dashboard.longestName)),
        .optional("period", .widgetPeriod.orNull.noted("The last 30 days when it is left out")),
    ]

    static let widgetPeriod = JSONSchema.object(
        "WidgetPeriod",
        [
            .optional("preset", .choice(ReportPreset.allCases.map(\.rawValue)).orNull),
            .optional("from", JSONSchema.string.orNull.noted("YYYY-MM-DD, with `to`, in place of a preset")),
            .optional("to", JSONSchema.string.orNull),
        ])

    static let widget = JSONSchema.object("Widget", [.required("id", .string)] + widgetMembers)

    static let widgetWish = JSONSchema.object("WidgetWish", widgetMembers)

    private static let widgetMembers: [Member] = [
        .optional("title", .string(of: 0...Widget.longestTitle)),
        .required("kind", .choice(WidgetKind.allCases.map(\.rawValue))),
        .required(
            "subjects",
            JSONSchema.array(.choice(ReportSubject.allCases.map(\.rawValue)))
                .noted("What is counted: one, and of a funnel its steps")),
        .optional(
            "metrics",
            JSONSchema.array(.choice(ReportMetric.allCases.map(\.rawValue))).orNull
                .noted("One, and of a table up to four; `count` when left out")),
        .optional("model", JSONSchema.choice(AttributionPosition.allCases.map(\.rawValue)).orNull),
        .optional(
            "groups",
            JSONSchema.array(.string).orNull.noted("Fields as /reports/query names them: `sessionSource`, `tag`, …")),
        .optional("filters", JSONSchema.array(.widgetFilter).orNull),
        .optional("period", .widgetPeriod.orNull.noted("The dashboard's when it is left out")),
        .optional("compare", JSONSchema.choice(ReportComparison.allCases.map(\.rawValue)).orNull),
        .optional("limit", .integer(1...Int64(WidgetQuestion.limits.upperBound)).orNull),
        .optional("column", .integer(0...Int64(WidgetPlace.columns - 1)).orNull),
        .optional("row", .integer(0...1_000).orNull.noted("Below the others when it is left out")),
        .optional("width", .integer(Int64(WidgetPlace.narrowest)...Int64(WidgetPlace.columns)).orNull),
        .optional("height", .integer(1...Int64(WidgetPlace.tallest)).orNull),
    ]

    private static let dashboardLink = JSONSchema.object(
        "DashboardLink",
        [
            .required("id", .string), .required("dashboardId", .string), .required("name", .string),
            .required("createdAt", .time), .required("expiresAt", .time),
            .required("isGood", .boolean.noted("Whether it still leads anywhere")),
        ])

    static let dashboardLinkList = JSONSchema.object(
        "DashboardLinkList", [.required("links", .array(.dashboardLink))])

    static let dashboardLinkWish = JSONSchema.object(
        "DashboardLinkWish",
        [
            .optional("locationId", .string),
            .optional("name", .string(of: 0...DashboardLink.longestName).noted("Whom it is for")),
            .required(
                "days", .integer(1...Int64(DashboardLink.longestLife)).noted("How long it leads anywhere")),
        ])

    static let newDashboardLink = JSONSchema.object(
        "NewDashboardLink",
        [
            .required("link", .dashboardLink),
            .required("url", .string.noted("Said this once: only a fingerprint of it is kept")),
        ])

    private static let widgetFilter = JSONSchema.object(
        "WidgetFilter",
        [
            .required("field", .string),
            .optional("is", JSONSchema.array(.string).orNull.noted("One of these; exactly one condition is sent")),
            .optional("isNot", JSONSchema.array(.string).orNull),
            .optional("contains", JSONSchema.string.orNull),
            .optional("empty", JSONSchema.boolean.orNull),
        ])
}

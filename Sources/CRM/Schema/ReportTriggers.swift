import Database

extension Schema {
    /// What notes every change of a row that reports show, in the transaction that makes it.
    ///
    /// Whoever adds a column to the facts adds it here.
    static func reportTriggers(_ d: Dialect) -> [String] { reportChanges.flatMap { $0.statements(d) } }

    /// A mass of rows that is brought over from elsewhere is better read once at the end than marked one by one.
    static func withoutReportTriggers(_ d: Dialect) -> [String] { reportChanges.flatMap { $0.removal(d) } }

    private static let reportChanges =
        sessionChanges + contactChanges + partChanges + conversionChanges + opportunityChanges + accountChanges

    /// A page view changes how often a visit was seen, which no report shows: it makes no mark.
    private static let sessionChanges = [
        ReportTrigger("sessions", .inserted, [.moment("visits", .new, "started_at")]),
        ReportTrigger(
            "sessions",
            .updated(["started_at", "visitor_id", "landing_url", "landing_referrer", "source", "sub_label"]),
            [.moment("visits", .old, "started_at"), .moment("visits", .new, "started_at")]),
        ReportTrigger("sessions", .deleted, [.moment("visits", .old, "started_at")]),
    ]

    private static let contactChanges = [
        ReportTrigger("contacts", .inserted, [.moment("contacts", .new, "created_at")]),
        ReportTrigger(
            "contacts", .updated(["contact_source", "first_attribution_id", "latest_attribution_id"]),
            [.contact("contact", .new, "id")]),
        ReportTrigger(
            "contacts", .updated(["created_at"]),
            [
                .moment("contacts", .old, "created_at"), .moment("opportunities", .old, "created_at"),
                .contact("contact", .new, "id"),
            ]),
        // What else it leaves behind names it still.
        ReportTrigger(
            "contacts", .deleted,
            [
                .moment("contacts", .old, "created_at"), .moment("opportunities", .old, "created_at"),
                .contact("erased", .old, "id"),
            ]),
    ]

    /// The rows that belong to a contact alone.
    ///
    /// A new attribution is shown only where its contact or its conversion says so, and what they say is marked.
    private static let partChanges =
        added(to: "contact_tags") + added(to: "contact_field_values")
        + changed("attributions", attributionColumns) + changed("contact_tags", ["tag", "contact_id"])
        + changed("contact_field_values", ["value", "field_id", "contact_id"])
        + [ReportTrigger("custom_fields", .optionsChanged, [])]

    private static func added(to table: String) -> [ReportTrigger] {
        [ReportTrigger(table, .inserted, [.contact("contact", .new, "contact_id")])]
    }

    private static func changed(_ table: String, _ columns: [String]) -> [ReportTrigger] {
        [
            ReportTrigger(
                table, .updated(columns),
                [.contact("contact", .old, "contact_id"), .contact("contact", .new, "contact_id")]),
            ReportTrigger(table, .deleted, [.contact("contact", .old, "contact_id")]),
        ]
    }

    private static let attributionColumns = [
        "contact_id", "source", "sub_label", "medium", "form_name", "utm_source", "utm_medium", "utm_campaign",
        "campaign", "utm_content", "utm_term", "utm_keyword", "utm_matchtype", "campaign_id", "ad_group_id", "ad_id",
        "ad_name", "url", "referrer", "gclid", "gbraid", "wbraid", "msclkid", "dclid", "fbclid", "ttclid",
        "submission_id",
    ]

    private static let countedConversion = "#.status in ('accepted', 'split') and #.kind <> 'update'"

    private static let conversionChanges = [
        ReportTrigger(
            "conversions", .inserted, [.moment("conversions", .new, "occurred_at", if: countedConversion)]),
        ReportTrigger(
            "conversions", .updated(["status", "kind", "contact_id", "occurred_at"]),
            [
                .moment("conversions", .old, "occurred_at", if: countedConversion),
                .moment("conversions", .new, "occurred_at", if: countedConversion),
            ]),
        ReportTrigger(
            "conversions", .deleted, [.moment("conversions", .old, "occurred_at", if: countedConversion)]),
    ]

    /// An opportunity stands at the age of its contact; one that is won, at the moment of its winning as well.
    private static let opportunityChanges = [
        ReportTrigger(
            "opportunities", .inserted,
            [.contact("opportunities", .new, "contact_id"), .moment("wins", .new, "status_changed_at", if: isWon)]),
        ReportTrigger(
            "opportunities",
            .updated(["contact_id", "pipeline_id", "stage_id", "status", "value", "currency", "status_changed_at"]),
            [
                .contact("opportunities", .old, "contact_id"), .contact("opportunities", .new, "contact_id"),
                .moment("wins", .old, "status_changed_at", if: isWon),
                .moment("wins", .new, "status_changed_at", if: isWon),
            ]),
        ReportTrigger(
            "opportunities", .deleted,
            [.contact("opportunities", .old, "contact_id"), .moment("wins", .old, "status_changed_at", if: isWon)]),
    ]

    private static let isWon = "#.status = 'won'"

    /// Another revision of the rules may say something else of everything.
    private static let accountChanges = [
        ReportTrigger("accounts", .accountOpened, []),
        ReportTrigger("accounts", .accountChanged(["rules_revision"]), []),
    ]

    /// The columns of a state from which everything is made again.
    static let restartOfReports = """
        update report_states set walk = walk + 1, place_subject = 'visits', place_at = \(Int64.min + 1),
            built_rows = 0, all_rows = null
        """
}

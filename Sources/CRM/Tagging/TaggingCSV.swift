/// The findings of an account's tags as CSV, in the order of the page.
public enum TaggingCSV {
    /// The whole file: a line of titles, then one for each finding.
    public static func text(_ health: TaggingHealth) -> String {
        CSVLine.text(columns.map(\.title))
            + health.findings.map { finding in CSVLine.text(columns.map { $0.value(finding, health) }) }.joined()
    }

    private typealias Column = (title: String, value: @Sendable (TaggingFinding, TaggingHealth) -> String?)

    private static let columns: [Column] = [
        ("Code", { finding, _ in finding.code.rawValue }),
        ("Fault", { finding, _ in finding.code.faultName }),
        ("Parameter", { finding, _ in finding.parameter }),
        ("Value", { finding, _ in finding.value }),
        ("Suggestion", { finding, _ in finding.suggestion }),
        ("What To Do", { finding, health in finding.advice(under: health.ruleSet) }),
        ("Visits", { finding, _ in String(finding.visits) }),
        ("Contacts In Direct Or Others", { finding, _ in String(finding.lostContacts) }),
        ("Counts Are", { finding, _ in finding.isLowerBound ? "at least" : "exact" }),
        ("First Seen", { finding, _ in finding.firstSeenAt.iso8601 }),
        ("Last Seen", { finding, _ in finding.lastSeenAt.iso8601 }),
        (
            "Landing Pages",
            { finding, _ in finding.pages.map { "\($0.address) (\($0.visits))" }.joined(separator: "; ") }
        ),
        ("Newest Session URL", { finding, _ in finding.newest.url }),
        ("Corrected Link", { finding, _ in finding.newest.corrected?.url }),
    ]
}

import CRM

/// The health of an account's tags.
struct TaggingPage: ConsolePage {
    static let template = "console/tagging"

    let shell: Shell
    let tabs: [Link]
    let csvHref: String?
    let meters: [Meter]
    let cut: String?
    let findings: [TaggingFindingPanel]
    let others: String?
    let emptyHeading: String
    let emptyText: String

    struct Meter: Equatable {
        let number: String
        let label: String
    }

    init(_ frame: Frame, _ paths: AccountPaths, _ health: TaggingHealth) {
        shell = Shell("Tagging", in: .tagging, frame)
        tabs = TaggingPeriod.allCases.map { period in
            Link("\(period.days) days", period.path(paths.tagging), current: period == health.period)
        }
        csvHref = health.findings.isEmpty ? nil : health.period.path(paths.taggingCSV)
        meters = health.visits == 0 ? [] : Self.meters(health)
        cut = health.isCutAt.map { moment in
            "There were more visits than can be looked at at once: these are the newest "
                + "\(Count.grouped(health.visits)), back to \(frame.clock.moment(moment).text)."
        }
        findings = health.findings.map { TaggingFindingPanel($0, health.ruleSet, frame.clock) }
        others =
            health.otherFaults == 0
            ? nil : "\(Count.text(health.otherFaults, "fault")) of rarer kinds are counted above and not listed."
        let words = Self.emptyWords(health)
        emptyHeading = words.heading
        emptyText = words.text
    }

    private static func meters(_ health: TaggingHealth) -> [Meter] {
        [
            Meter(number: Count.grouped(health.visits), label: "\(noun("visit", health.visits)) looked at"),
            Meter(number: Count.grouped(health.faultyVisits), label: "with a fault in the tags"),
            Meter(
                number: Count.grouped(health.lostContacts),
                label: "\(noun("contact", health.lostContacts)) unattributed"),
        ]
    }

    private static func noun(_ noun: String, _ count: Int) -> String { count == 1 ? noun : noun + "s" }

    private static func emptyWords(_ health: TaggingHealth) -> (heading: String, text: String) {
        guard health.visits > 0 else {
            return ("No visit yet", "Nobody came in \(health.period.name), so there is nothing to look at.")
        }
        return (
            "All is well",
            "None of the visits of \(health.period.name) had a misspelt parameter, capital letters where small ones "
                + "count, an old tag, an unfilled placeholder, a tag that no rule knows, or an ad that no rule counts."
        )
    }
}

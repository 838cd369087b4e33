import Attribution
import CRM

/// One finding as `console/tagging` shows it.
struct TaggingFindingPanel {
    let kind: String
    let found: String
    let advice: String
    let visits: Figure
    let lost: Figure
    let since: Moment
    let last: Moment
    let lastText: String
    let pages: [Page]
    let elsewhere: String?
    /// The newest landing, cut where a line may break; never a link: it comes from a stranger.
    let example: [TextLine]
    let corrected: Corrected?

    struct Figure: Equatable {
        let number: String
        let label: String
        /// Whether it is worth a second look.
        let warn: Bool
    }

    /// The link to copy (`console/snippet`).
    struct Corrected: Equatable {
        let code: String
        let hint: String?
    }

    struct Page: Equatable {
        let address: String
        let count: String
    }

    init(_ finding: TaggingFinding, _ rules: RuleSet, _ clock: AccountClock) {
        kind = finding.code.faultName
        found = finding.found
        advice = finding.advice(under: rules)
        visits = Figure(finding.visits, "visit", finding.isLowerBound)
        lost = Figure(finding.lostContacts, "contact", finding.isLowerBound, verb: "unattributed", warns: true)
        since = clock.moment(finding.firstSeenAt)
        last = clock.moment(finding.lastSeenAt)
        lastText = "Last seen \(clock.ago(finding.lastSeenAt))"
        pages = finding.pages.map { Page(address: $0.address, count: Count.text($0.visits, "visit")) }
        elsewhere = finding.visitsElsewhere == 0 ? nil : Count.text(finding.visitsElsewhere, "visit")
        example = LineBreaks.parts(of: finding.newest.url)
        corrected = finding.newest.corrected.map(Corrected.init)
    }
}

extension TaggingFindingPanel.Figure {
    fileprivate init(_ count: Int, _ noun: String, _ isLowerBound: Bool, verb: String? = nil, warns: Bool = false) {
        number = (isLowerBound ? "≥ " : "") + Count.grouped(count)
        label = (count == 1 ? noun : noun + "s") + (verb.map { " " + $0 } ?? "")
        warn = warns && count > 0
    }
}

extension TaggingFindingPanel.Corrected {
    fileprivate init(_ link: CorrectedLink) {
        code = link.url
        hint = link.isWithoutClickIDs ? "Without the click IDs, which ad platforms add by themselves." : nil
    }
}

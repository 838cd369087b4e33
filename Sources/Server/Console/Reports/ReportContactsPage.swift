import Attribution
import CRM

/// The contacts behind one figure of a report.
struct ReportContactsPage: ConsolePage {
    static let template = "console/reports-contacts"

    let shell: Shell
    let crumbs: [Link]
    let heading: String
    let scope: String
    let rulesUnderway: String?
    let problem: String?
    let countText: String
    let rows: [Row]
    let firstHref: String?
    let nextHref: String?

    struct Row {
        let name: String
        let href: String
        let first: SourceBadge?
        let latest: SourceBadge?
        let created: Moment
    }

    /// What was read for the page.
    struct Matter {
        let address: ReportContactsAddress
        let range: ReportRange
        /// The names of the rows that the figure stands in, from the source on down.
        let names: [String]
        /// The figure itself, as the report has it.
        let figure: String
        let found: ReportContacts
        let contacts: [ContactDetail]
        let fields: [CustomField]
        let isFirstPage: Bool
        let rulesUnderway: RulesUnderway?
        /// What of the address was not understood.
        let problem: String?
    }

    init(_ frame: Frame, _ paths: AccountPaths, _ matter: Matter) {
        let address = matter.address
        let column = AttributionColumn(rawValue: address.figure.rawValue) ?? .contacts
        heading = ([column.label] + matter.names).joined(separator: " · ")
        shell = Shell(heading, in: .reports, frame)
        crumbs = [Link("Reports", address.report.path(paths.reports).text)]
        let names = ReportFieldNames(matter.fields)
        scope =
            ([DayText.range(matter.range.days), "\(address.report.model.label) attribution"]
            + address.report.filters.map { names.sentence($0, model: address.report.model) })
            .joined(separator: " · ")
        rulesUnderway = matter.rulesUnderway?.text(frame.clock)
        problem = matter.problem
        let total = Count.text(matter.found.total, "contact")
        countText =
            address.figure == .contacts
            ? total : "\(matter.figure) \(column.label.lowercased()) of \(total)"
        rows = matter.contacts.map { Row($0, paths, frame.clock) }
        let path = address.path(paths.reportContacts)
        firstHref = matter.isFirstPage ? nil : path.text
        nextHref = matter.found.next.map { path.with("after", $0.text).text }
    }
}

extension ReportContactsPage.Row {
    init(_ detail: ContactDetail, _ paths: AccountPaths, _ clock: AccountClock) {
        name = detail.contact.displayName
        href = paths.contact(detail.contact.id)
        first = detail.contact.first.map { SourceBadge($0.source) }
        latest = detail.contact.latest.map { SourceBadge($0.source) }
        created = clock.moment(detail.contact.createdAt)
    }
}

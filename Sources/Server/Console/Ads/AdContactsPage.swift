import Attribution
import CRM

/// The contacts behind a figure of an ads report: the same page as those of the attribution report have.
struct AdContactsPage: ConsolePage {
    static let template = ReportContactsPage.template

    let shell: Shell
    let crumbs: [Link]
    let heading: String
    let scope: String
    let rulesUnderway: String?
    let problem: String?
    let countText: String
    let rows: [ReportContactsPage.Row]
    let firstHref: String?
    let nextHref: String?

    /// What was read for the page.
    struct Matter {
        let wish: AdReportWish
        let spot: AdReportPlace
        let figure: AdFigure
        let found: AdContacts
        let days: ReportDays
        let contacts: [ContactDetail]
        let fields: [CustomField]
        let isFirstPage: Bool
        let rulesUnderway: RulesUnderway?
        /// What of the address was not understood.
        let problem: String?
    }

    init(_ frame: Frame, _ paths: AccountPaths, _ matter: Matter) {
        let wish = matter.wish
        let name =
            switch matter.figure {
            case .contacts: "Contacts"
            case .consults: "Consults"
            case .won: "Won"
            }
        heading = ([name] + matter.found.names).joined(separator: " · ")
        shell = Shell(heading, in: .reports, frame)
        crumbs = [Link(wish.platform.name, wish.path(paths.ads(wish.platform)) { $0.path.removeAll() }.text)]
        let names = ReportFieldNames(matter.fields)
        scope =
            ([DayText.range(matter.days), "\(wish.position.label) attribution"]
            + wish.filters.map { names.sentence($0, model: wish.position) }).joined(separator: " · ")
        rulesUnderway = matter.rulesUnderway?.text(frame.clock)
        problem = matter.problem
        countText = Self.countText(matter.figure, matter.found)
        rows = matter.contacts.map { ReportContactsPage.Row($0, paths, frame.clock) }
        let path = wish.contactsPath(paths, matter.spot, matter.figure)
        firstHref = matter.isFirstPage ? nil : path.text
        nextHref = matter.found.next.map { path.with("after", $0.text).text }
    }

    /// The figure as the report has it, and how many people that is.
    private static func countText(_ figure: AdFigure, _ found: AdContacts) -> String {
        let people = Count.text(found.total, "contact")
        return switch figure {
        case .contacts: people
        case .consults: "\(Count.text(Int(found.results.consults), "consult")) of \(people)"
        case .won: "\(Count.grouped(Int(found.results.won))) won of \(people)"
        }
    }
}

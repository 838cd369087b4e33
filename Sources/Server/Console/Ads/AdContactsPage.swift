import Attribution
import CRM

/// The contacts behind a figure of an ads report: the same page as those of the attribution report have.
struct AdContactsPage: ConsolePage {
    static let template = ReportContactsPage.template

    let shell: Shell
    let crumbs: [Link]
    let heading: String
    let scope: String
    let countText: String
    let rows: [ReportContactsPage.Row]
    let firstHref: String?
    let nextHref: String?

    init(
        _ frame: Frame, _ paths: AccountPaths, _ wish: AdReportWish, _ figure: AdFigure, _ found: AdContacts,
        days: ReportDays, contacts: [ContactDetail], isFirstPage: Bool
    ) {
        let name =
            switch figure {
            case .contacts: "Contacts"
            case .consults: "Consults"
            case .won: "Won"
            }
        heading = ([name] + found.names).joined(separator: " · ")
        shell = Shell(heading, in: .reports, frame)
        crumbs = [Link(wish.platform.name, wish.path(paths.ads(wish.platform)) { $0.path.removeAll() }.text)]
        scope = "\(DayText.range(days)) · \(wish.position.label) attribution"
        countText = Self.countText(figure, found)
        rows = contacts.map { ReportContactsPage.Row($0, paths, frame.clock) }
        let path = wish.path(paths.adContacts(wish.platform)).with("figure", figure.rawValue)
        firstHref = isFirstPage ? nil : path.text
        nextHref = found.next.map { path.with("after", $0.text).text }
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

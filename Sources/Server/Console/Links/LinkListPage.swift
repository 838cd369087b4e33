import CRM

/// Trigger links, what each has brought, and a form for another one.
struct LinkListPage: ConsolePage {
    static let template = "console/links"

    let shell: Shell
    let errors: [FormError]
    let links: [Line]
    let action: String
    let fields: LinkFields

    struct Line {
        let name: String
        let href: String
        let target: String
        let clicksText: String
        let contactsText: String?
        let scansText: String?
        let last: Moment?
    }

    init(
        _ frame: Frame, _ paths: AccountPaths, links: [TriggerLink], tallies: [LinkID: LinkTally], _ draft: LinkDraft,
        problems: [LinkProblem]
    ) {
        shell = Shell("Trigger links", in: .links, frame)
        errors = problems.map(\.formError)
        action = paths.links
        fields = LinkFields(draft, problems: problems)
        self.links = links.map { link in
            let tally = tallies[link.id] ?? .none
            return Line(
                name: link.name, href: paths.link(link.id), target: link.target.text,
                clicksText: Count.grouped(tally.clicks),
                contactsText: tally.contacts > 0 ? "by \(Count.text(tally.contacts, "contact"))" : nil,
                scansText: tally.scans > 0
                    ? "\(Count.text(tally.scans, "visit")) of programs, not counted" : nil,
                last: tally.lastAt.map(frame.clock.moment))
        }
    }
}

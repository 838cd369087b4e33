import CRM

/// What concerns the person and not this one record: another contact of theirs, and their rights.
struct PersonPage: ConsolePage {
    static let template = "console/person"

    let shell: Shell
    let crumbs: [Link]
    let name: String
    let action: String
    let query: String?
    /// Whether somebody asked for these, or they look like the same person.
    let isSearch: Bool
    let candidates: [Candidate]
    let exportHref: String
    let eraseHref: String

    struct Candidate {
        let name: String
        let href: String
        let email: String?
        let phone: String?
        let created: Moment
        let source: SourceBadge?
        let mergeHref: String
    }

    init(_ frame: Frame, _ paths: AccountPaths, _ contact: Contact, query: String?, _ found: [ContactDetail]) {
        name = contact.displayName
        shell = Shell("\(name): the person", in: .contacts, frame)
        crumbs = [Link("Contacts", paths.contacts), Link(name, paths.contact(contact.id))]
        let root = paths.contact(contact.id)
        action = root + "/person"
        self.query = query
        isSearch = query != nil
        candidates = found.map { detail in
            Candidate(
                name: detail.contact.displayName, href: paths.contact(detail.contact.id),
                email: detail.contact.properties[.email], phone: detail.contact.properties[.phone],
                created: frame.clock.moment(detail.contact.createdAt),
                source: (detail.contact.first?.source).map { SourceBadge($0) },
                mergeHref: root + "/merge/" + ConsolePath.escaped(detail.contact.id.rawValue))
        }
        exportHref = root + "/person.json"
        eraseHref = root + "/erase"
    }
}

extension ConfirmPage {
    init(merging merged: Contact, into survivor: Contact, _ paths: AccountPaths, _ frame: Frame) {
        let (gone, stays) = (merged.displayName, survivor.displayName)
        self.init(
            "Merge “\(gone)” into “\(stays)”?", in: .contacts, frame,
            text: "They become one contact. Its timeline has an Undo that brings the other one back.",
            consequences: [
                "What “\(stays)” has stays as it is; what it has not is taken from “\(gone)”, and so are its tags.",
                "The older First attribution survives, and the newer Latest one counts.",
                "Submissions, visits, notes, tasks and opportunities come along.",
            ],
            action: paths.contact(survivor.id) + "/merge/" + ConsolePath.escaped(merged.id.rawValue), hidden: [],
            button: "Merge", cancelHref: paths.contact(survivor.id) + "/person")
    }

    init(erasing contact: Contact, _ paths: AccountPaths, _ frame: Frame) {
        self.init(
            "Erase everything about “\(contact.displayName)”?", in: .contacts, frame,
            text: "This cannot be taken back.",
            consequences: [
                "The contact goes with its attributions, submissions, notes, tasks, opportunities and timeline.",
                "The browsers that were theirs are forgotten with every visit and every page.",
                "Submissions that wait with one of their addresses go too, and so does what was or would be sent to others.",
                "Backups keep what they hold until they are deleted.",
            ], action: paths.contact(contact.id) + "/erase", hidden: [], button: "Erase",
            cancelHref: paths.contact(contact.id) + "/person")
    }
}

import CRM

/// One trigger link: its name and where it leads.
struct LinkEditPage: ConsolePage {
    static let template = "console/link-edit"

    let shell: Shell
    let crumbs: [Link]
    let errors: [FormError]
    let heading: String
    let action: String
    let fields: LinkFields
    let mergeField: Snippet
    let deleteHref: String
    let cancelHref: String

    init(
        _ frame: Frame, _ paths: AccountPaths, _ draft: LinkDraft, of link: TriggerLink, problems: [LinkProblem]
    ) {
        heading = link.name
        shell = Shell(heading, in: .links, frame)
        crumbs = [Link("Trigger links", paths.links)]
        errors = problems.map(\.formError)
        action = paths.link(link.id)
        fields = LinkFields(draft, problems: problems)
        mergeField = Snippet(code: link.mergeField)
        deleteHref = paths.link(link.id) + "/delete"
        cancelHref = paths.links
    }
}

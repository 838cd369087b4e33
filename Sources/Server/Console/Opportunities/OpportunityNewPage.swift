import CRM

/// Adds an opportunity to a contact.
struct OpportunityNewPage: ConsolePage {
    static let template = "console/opportunity-new"

    let shell: Shell
    let crumbs: [Link]
    let heading: String
    let errors: [FormError]
    /// While no contact is chosen.
    let choice: Choice?
    let form: Fields?

    struct Choice {
        let action: String
        let q: String?
        let contacts: [Found]
        let nothing: String?
        let newContactHref: String
    }

    struct Found {
        let name: String
        let text: String?
        let href: String
    }

    struct Fields {
        let action: String
        let contact: String
        let contactName: String
        let contactHref: String
        let fields: [FieldControl]
        let cancelHref: String
    }

    /// The form, once it is known for whom.
    init(
        _ frame: Frame, _ paths: AccountPaths, _ contact: Contact, _ form: OpportunityForm, _ pipelines: [Pipeline],
        people: [User]
    ) {
        heading = "Add opportunity"
        shell = Shell(heading, in: .opportunities, frame)
        crumbs = [Link("Opportunities", paths.opportunities)]
        errors = form.errors
        choice = nil
        self.form = Fields(
            action: paths.opportunities, contact: contact.id.rawValue, contactName: contact.displayName,
            contactHref: paths.contact(contact.id), fields: form.controls(pipelines, people: people),
            cancelHref: paths.contact(contact.id))
    }

    /// - Parameter contacts: whom a search has found; nil before anything was searched for.
    init(_ frame: Frame, _ paths: AccountPaths, search: String?, contacts: [Contact]?) {
        heading = "Add opportunity"
        shell = Shell(heading, in: .opportunities, frame)
        crumbs = [Link("Opportunities", paths.opportunities)]
        errors = []
        form = nil
        choice = Choice(
            action: paths.newOpportunity, q: search,
            contacts: (contacts ?? []).map {
                Found(
                    name: $0.displayName, text: $0.properties[.email] ?? $0.properties[.phone],
                    href: paths.newOpportunity(of: $0.id))
            },
            nothing: contacts?.isEmpty == true ? "Nobody is called so." : nil, newContactHref: paths.newContact)
    }
}

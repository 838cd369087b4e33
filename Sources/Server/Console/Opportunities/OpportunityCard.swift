import CRM

/// An opportunity as a card of the board, or as a line of its contact's record.
struct OpportunityCard {
    let id: String
    let name: String
    let href: String
    let contact: String
    let value: String
    /// What is not open says so.
    let status: StatusChip?
    let first: SourceBadge?
    /// Left out where it is the same as First.
    let latest: SourceBadge?
    let owner: Owner?
    let stage: String
    let moveAction: String
    let stages: [FieldControl.Option]

    struct Owner {
        let email: String
        let initials: String
    }

    init(_ detail: OpportunityDetail, _ pipeline: Pipeline?, people: [User], _ paths: AccountPaths) {
        let opportunity = detail.opportunity
        id = opportunity.id.rawValue
        name = opportunity.name
        href = paths.opportunity(opportunity.id)
        contact = detail.contact.contact.displayName
        value = opportunity.value.text
        status = opportunity.status == .open ? nil : StatusChip(opportunity.status)
        let firstSource = detail.contact.contact.first?.source
        let latestSource = detail.contact.contact.latest?.source
        first = firstSource.map(SourceBadge.init)
        latest = latestSource == firstSource ? nil : latestSource.map(SourceBadge.init)
        owner = people.first { $0.id == opportunity.assignedTo }.map {
            Owner(email: $0.email.text, initials: Initials.of($0.email.text))
        }
        stage = pipeline?.stage(opportunity.stage)?.name ?? ""
        moveAction = href + "/move"
        stages = (pipeline?.stages ?? []).map {
            FieldControl.Option(value: $0.id.rawValue, label: $0.name, selected: $0.id == opportunity.stage)
        }
    }
}

import CRM

/// One opportunity: what it is worth, where it stands, and where its contact came from.
struct OpportunityRecordPage: ConsolePage {
    static let template = "console/opportunity"

    let shell: Shell
    let crumbs: [Link]
    let name: String
    let value: String
    let status: StatusChip?
    let deleteHref: String
    let facts: [ContactRecordPage.Fact]
    let first: SourceBadge?
    let latest: SourceBadge?
    let contactName: String
    let contactHref: String
    let statusAction: String
    let isOpen: Bool
    let reasons: [FieldControl.Option]
    let errors: [FormError]
    let action: String
    let fields: [FieldControl]
    let history: [Line]

    struct Line {
        let text: String
        let author: String
        let time: Moment
    }

    /// What the page is made of.
    struct Matter {
        let detail: OpportunityDetail
        let pipelines: [Pipeline]
        let people: [User]
        let reasons: [LostReason]
        let history: [OpportunityChange]
    }

    init(_ frame: Frame, _ paths: AccountPaths, _ matter: Matter, _ form: OpportunityForm) {
        let opportunity = matter.detail.opportunity
        let contact = matter.detail.contact.contact
        let here = paths.opportunity(opportunity.id)
        name = opportunity.name
        shell = Shell(name, in: .opportunities, frame)
        let board = ConsolePath(paths.opportunities).with("pipeline", opportunity.pipeline.rawValue).text
        crumbs = [Link("Opportunities", board)]
        value = opportunity.value.text
        status = StatusChip(opportunity.status)
        deleteHref = here + "/delete"
        facts = Self.facts(matter, frame.clock)
        first = contact.first.map { SourceBadge($0.source) }
        latest = contact.latest.map { SourceBadge($0.source) }
        contactName = contact.displayName
        contactHref = paths.contact(contact.id)
        statusAction = here + "/status"
        isOpen = opportunity.status == .open
        reasons = matter.reasons.filter { !$0.isRemoved }.map {
            FieldControl.Option(value: $0.id.rawValue, label: $0.name, selected: $0.id == opportunity.lostReason)
        }
        errors = form.errors
        action = here
        fields = form.controls(matter.pipelines, people: matter.people)
        let words = OpportunityWords(matter)
        history = matter.history.map {
            Line(text: words.sentence($0), author: $0.author, time: frame.clock.moment($0.at))
        }
    }

    private static func facts(_ matter: Matter, _ clock: AccountClock) -> [ContactRecordPage.Fact] {
        let opportunity = matter.detail.opportunity
        let words = OpportunityWords(matter)
        let stage = matter.pipelines.lazy.compactMap { $0.stage(opportunity.stage) }.first
        var facts = [
            ContactRecordPage.Fact(label: "Stage", text: words.stage(opportunity.stage.rawValue)),
            ContactRecordPage.Fact(
                label: "Probability", text: opportunity.probability(in: stage).map { "\($0) %" }),
            ContactRecordPage.Fact(label: "Owner", text: opportunity.assignedTo.map { words.owner($0.rawValue) }),
            ContactRecordPage.Fact(label: "Source", text: opportunity.source),
            ContactRecordPage.Fact(label: "Expected to close", text: opportunity.forecast.closesOn?.rawValue),
            ContactRecordPage.Fact(label: "Created", text: clock.moment(opportunity.createdAt).text),
            ContactRecordPage.Fact(
                label: "\(opportunity.status.label) since", text: clock.moment(opportunity.statusChangedAt).text),
            ContactRecordPage.Fact(label: "In this stage since", text: clock.moment(opportunity.stageChangedAt).text),
        ]
        if opportunity.status == .lost {
            let reason = matter.reasons.first { $0.id == opportunity.lostReason }
            facts.append(ContactRecordPage.Fact(label: "Lost because", text: reason?.name))
        }
        return facts
    }
}

import Attribution
import CRM

/// One contact: who it is, why it was labelled so, what happened.
struct ContactRecordPage: ConsolePage {
    static let template = "console/contact"

    let shell: Shell
    let crumbs: [Link]
    let contact: Heading
    let review: Review?
    let facts: [Fact]
    let tags: [TextLine]
    let excluded: String?
    let firstVisit: FirstVisit?
    let samePerson: TextLine?
    let attributions: [AttributionPanel]
    let lenses: LensPanel?
    let days: [TimelineDay]
    let olderHref: String?
    let noteAction: String
    let tasks: TaskPanel
    let opportunities: ContactOpportunitiesPanel
    let originalTraffic: OriginalTrafficPanel?
    let customFields: [CustomValue]
    let editFieldsHref: String
    let additionalEmails: [FormerEmail]
    let triggerLinks: ContactLinksPanel?

    struct Heading {
        let name: String
        let initials: String
        let editHref: String
        let personHref: String
        let deleteHref: String
    }

    /// Why a person should look, and what can be taken back.
    struct Review {
        let text: String
        let action: String
        let changes: [Change]
        let undo: TimelineItem.UndoForm?
    }

    /// A value that the flagged submission replaced.
    struct Change: Equatable {
        let label: String
        let before: String
        let after: String
    }

    struct Fact: Equatable {
        let label: String
        var href: String?
        var text: String?
    }

    struct FirstVisit {
        let sentence: String
        let url: String
    }

    struct CustomValue {
        let label: String
        let value: String?
        /// What is due, where the value is not that.
        let misfit: String?
        let source: SourceBadge?
        let code: Bool
    }

    struct FormerEmail {
        let email: String
        let since = ""
    }

    /// What the record is made of.
    struct Matter {
        let detail: ContactDetail
        let journey: Journey
        let fields: [CustomField]
        /// The submission that a person should look at, when the contact is flagged.
        let takeover: Takeover?
        /// What the rules in force say of First and Latest, where that differs.
        var opinions: [AttributionID: SecondOpinion] = [:]
        let readings: LensReadings
        var tasks: [ContactTask] = []
        /// Those who may look after the contact.
        var users: [User] = []
        var opportunities: [OpportunityDetail] = []
        var pipelines: [Pipeline] = []
        var clicks: [ClickTouch] = []
        var links: ContactLinksPanel?
        /// Why its last change was kept from other systems.
        var exclusion: SyncExclusion?
        /// How much of the journey was asked for.
        let limit: Int
    }

    init(_ frame: Frame, _ paths: AccountPaths, _ matter: Matter) {
        let detail = matter.detail
        let person = detail.contact
        let here = paths.contact(person.id)
        let clock = frame.clock
        shell = Shell(person.displayName, in: .contacts, frame)
        crumbs = [Link("Contacts", paths.contacts)]
        contact = Heading(
            name: person.displayName, initials: Initials.of(person.displayName), editHref: here + "/edit",
            personHref: here + "/person", deleteHref: here + "/delete")
        review = person.needsReview.map { Review($0, here, matter) }
        facts = Self.facts(person, clock) + ContactRecordFacts(person, matter.users).all
        tags = detail.tags.map { TextLine(text: $0) }
        excluded = matter.exclusion?.text
        firstVisit = matter.journey.firstVisit.map { FirstVisit($0, clock) }
        let isSame = person.first != nil && person.first?.id == person.latest?.id
        samePerson = isSame ? TextLine(text: "First and Latest come from the same conversion.") : nil
        attributions = AttributionPosition.allCases.compactMap { position in
            detail.attribution(position).map { AttributionPanel(position, $0, matter.opinions[$0.id], clock) }
        }
        lenses = LensPanel(matter.readings, isOneConversion: isSame, clock)
        days = Timeline(detail, matter.journey, matter.clicks, paths, clock).days
        let journey = matter.journey
        let longest = max(journey.sessions.count, journey.entries.count, journey.notes.count, matter.clicks.count)
        let isLong = longest >= matter.limit
        olderHref = isLong ? ConsolePath(here).with("activity", "\(matter.limit * 5)").text + "#activity" : nil
        noteAction = here + "/notes"
        tasks = TaskPanel(matter.tasks, of: person.id, matter.users, paths, clock)
        opportunities = ContactOpportunitiesPanel(person.id, matter.opportunities, matter.pipelines, paths)
        originalTraffic = person.original.map {
            OriginalTrafficPanel($0, first: detail.first?.source, timeZone: person.timeZone)
        }
        customFields = matter.fields.map { CustomValue($0, of: detail, clock) }
        editFieldsHref = here + "/edit#customs"
        triggerLinks = matter.links
        additionalEmails = detail.additionalEmails.map { FormerEmail(email: $0) }
    }

    private static func facts(_ contact: Contact, _ clock: AccountClock) -> [Fact] {
        let properties = contact.properties
        let address = [ContactProperty.address1, .postalCode, .city, .state, .country].compactMap { properties[$0] }
        let created = "\(clock.moment(contact.createdAt).text), \(creator(contact.createdBy))"
        return [
            Fact(label: "E-mail", href: properties[.email].flatMap(ContactLink.mail), text: properties[.email]),
            Fact(label: "Phone", href: properties[.phone].flatMap(ContactLink.phone), text: properties[.phone]),
            Fact(label: "Company", text: properties[.companyName]),
            Fact(label: "Address", text: address.isEmpty ? nil : address.joined(separator: ", ")),
            Fact(label: "Website", href: properties[.website].flatMap(ContactLink.web), text: properties[.website]),
            Fact(label: "Contact source", text: contact.contactSource),
            Fact(label: "Created", text: created),
            Fact(label: "Time zone", text: contact.timeZone),
        ]
    }

    private static func creator(_ creator: Creator) -> String {
        switch creator {
        case .form: "by a form"
        case .tracking: "by the tracking script"
        case .person: "by hand"
        default: "through the API"
        }
    }
}

extension ContactRecordPage.Review {
    /// - Parameter here: the contact's own page.
    init(_ reason: ReviewReason, _ here: String, _ matter: ContactRecordPage.Matter) {
        text = reason.text
        action = here + "/reviewed"
        changes = (matter.takeover?.changes ?? []).map { ContactRecordPage.Change($0, matter.fields) }
        undo = matter.takeover.map { TimelineItem.UndoForm(undoing: $0.conversion, of: here) }
    }
}

extension ContactRecordPage.Change {
    init(_ change: ValueChange, _ fields: [CustomField]) {
        let target: FieldTarget =
            switch change.field {
            case .property(let property): .property(property)
            case .custom(let id): .custom(id)
            }
        label = FieldTargetChoices.label(target, fields)
        before = change.before
        after = change.after ?? "none"
    }
}

extension ContactRecordPage.FirstVisit {
    init(_ session: Session, _ clock: AccountClock) {
        sentence = "\(session.verdict.source.label), \(clock.moment(session.startedAt).text)."
        url = session.landing.url
    }
}

extension ContactRecordPage.CustomValue {
    init(_ field: CustomField, of detail: ContactDetail, _ clock: AccountClock) {
        label = field.name
        guard let reference = field.derivedFrom else {
            let text = detail.value(of: field)
            value = text
            misfit = text.flatMap { field.fits($0) ? nil : "Not \(field.expectation)" }
            source = nil
            code = false
            return
        }
        let stored = detail.attribution(reference.position)
        misfit = nil
        source = reference.field == .sessionSource ? stored.map { SourceBadge($0.source) } : nil
        code = reference.field.isForMachines
        value =
            reference.field == .createdAt
            ? stored.map { clock.moment($0.record.createdAt).text } : stored?.record[reference.field]
    }
}

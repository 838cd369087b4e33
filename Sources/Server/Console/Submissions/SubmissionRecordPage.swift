import Attribution
import CRM

/// One submission.
struct SubmissionRecordPage: ConsolePage {
    static let template = "console/submission"

    let shell: Shell
    let crumbs: [Link]
    let heading: String
    let who: String
    let status: SubmissionStatus
    let time: Moment
    let held: Held?
    let refused: Held? = nil
    let contact: Sender?
    let attribution: Source?
    let fields: [Answer]
    let unmapped: [Unmapped]
    let mapAction: String
    let fieldsHref: String
    let mapTargets: [FieldControl.Option]
    let facts: [Fact]

    struct Held {
        let reason: String
        let meaning: String
        let releaseAction: String
        let discardAction: String
    }

    struct Sender {
        let name: String
        let href: String
        let matchedBy: String
    }

    struct Source {
        let source: SourceBadge
        let sentence: String
        let rule: String
    }

    struct Answer: Equatable {
        let label: String
        let name: String
        let value: String
        let savedTo: String?
    }

    struct Unmapped: Equatable {
        let name: String
        let label: String?
        let value: String
        let laterTo: String?
    }

    struct Fact: Equatable {
        let label: String
        let text: String
        var code = false
    }

    /// - Parameter targets: where the submission's fields would go today, in their order.
    init(
        _ frame: Frame, _ paths: AccountPaths, _ detail: SubmissionDetail, fields customFields: [CustomField],
        targets: [FieldTarget?]
    ) {
        let conversion = detail.conversion
        let here = paths.submission(conversion.id)
        heading = conversion.title
        shell = Shell(heading, in: .submissions, frame)
        crumbs = [Link("Submissions", paths.submissions)]
        who = conversion.sender ?? "No e-mail"
        status = SubmissionStatus(conversion.status)
        time = frame.clock.moment(conversion.receivedAt)
        held =
            conversion.status == .held
            ? conversion.heldReason.map {
                Held(
                    reason: $0.label, meaning: $0.text, releaseAction: here + "/release",
                    discardAction: here + "/discard")
            } : nil
        contact = detail.contact.map {
            Sender(
                name: $0.displayName, href: paths.contact($0.id),
                matchedBy: detail.match?.explanation ?? "Split off another contact by Undo.")
        }
        attribution = detail.attribution.map {
            Source(
                source: SourceBadge($0.source), sentence: AttributionWords.sentence($0.record),
                rule: AttributionWords.rule($0.record))
        }
        fields = conversion.fields.compactMap { Answer($0, customFields) }
        unmapped = zip(conversion.fields, targets).filter { field, _ in field.target == nil }.map { field, target in
            Unmapped(
                name: field.name, label: field.label, value: field.value,
                laterTo: target.map { FieldTargetChoices.label($0, customFields) })
        }
        mapAction = here + "/map"
        fieldsHref = paths.fields
        mapTargets = FieldTargetChoices.options(customFields, none: nil, selected: nil).map {
            FieldControl.Option(value: $0.value, label: $0.label, selected: false)
        }
        facts = Self.facts(detail)
    }

    private static func facts(_ detail: SubmissionDetail) -> [Fact] {
        let conversion = detail.conversion
        let record = detail.attribution?.record
        let held = detail.held
        let agent = record?[.userAgent] ?? held?.browser.userAgent
        let facts: [(label: String, text: String?, code: Bool)] = [
            ("Page", conversion.pageURL, true),
            ("Session URL", record?[.url] ?? held?.landing?.url, true),
            ("Referrer", record?[.referrer] ?? held?.landing?.referrer, true),
            ("Device", record?[.device] ?? agent.flatMap(DeviceSummary.describe), false),
            ("IP", record?[.ip] ?? held?.browser.ip, true),
            ("Visitor ID", conversion.visitor?.description, true),
            ("Event ID", conversion.event?.description, true),
            ("Form ID", conversion.formID, true),
        ]
        return facts.compactMap { label, text, code in text.map { Fact(label: label, text: $0, code: code) } }
    }
}

extension SubmissionRecordPage.Answer {
    /// Nil for a field that has no place on the contact.
    init?(_ field: SubmittedField, _ customFields: [CustomField]) {
        guard let target = field.target.flatMap(FieldTarget.init(rawValue:)) else { return nil }
        label = field.label ?? field.name
        name = field.name
        value = field.value
        savedTo = FieldTargetChoices.label(target, customFields)
    }
}

import CRM

/// Submissions by status.
struct SubmissionListPage: ConsolePage {
    static let template = "console/submissions"

    let shell: Shell
    let tabs: [Link]
    let action: String
    let filterable: Bool
    let keep: [HiddenField]
    let formChoices: [FieldControl.Option]
    let rows: [Row]
    let emptyHeading: String
    let emptyText: String
    let refusals: [RefusalLine]
    let newerHref: String?
    let olderHref: String?
    let pageText: String

    struct Row {
        let href: String
        let who: String
        let formName: String
        let time: Moment
        let source: SourceBadge?
        let contact: Sender?
        let reason: String?
        let status: SubmissionStatus
    }

    struct Sender {
        let name: String
        let href: String
    }

    init(
        _ frame: Frame, _ paths: AccountPaths, _ filter: SubmissionFilter, _ found: SubmissionRows,
        forms: [FormActivity], refusals counts: [RefusalCount]
    ) {
        shell = Shell("Submissions", in: .submissions, frame)
        tabs = SubmissionFilter.Tab.allCases.map { tab in
            Link(
                tab.label, filter.path(paths, tab: tab).text, current: tab == filter.tab,
                count: tab == .held ? frame.heldCount : 0)
        }
        action = paths.submissions
        filterable = filter.tab != .refused && !forms.isEmpty
        keep = filter.tab == .all ? [] : [HiddenField(name: "status", value: filter.tab.rawValue)]
        formChoices = Self.choices(forms, selected: filter.form)
        rows = found.rows.map { Row($0, paths, frame.clock) }
        let words = Self.emptyWords(filter)
        emptyHeading = words.heading
        emptyText = words.text
        refusals = counts.map(RefusalLine.init)
        newerHref =
            found.hasNewer
            ? found.rows.first.map { filter.path(paths).with("newer", SubmissionCursor($0.conversion).text).text } : nil
        olderHref =
            found.hasOlder
            ? found.rows.last.map { filter.path(paths).with("older", SubmissionCursor($0.conversion).text).text } : nil
        pageText = Count.text(found.rows.count, "submission")
    }

    private static func choices(_ forms: [FormActivity], selected: String?) -> [FieldControl.Option] {
        [FieldControl.Option(value: "", label: "Every form", selected: selected == nil)]
            + forms.map { form in
                FieldControl.Option(
                    value: form.formID, label: form.name.isEmpty ? form.formID : form.name,
                    selected: form.formID == selected)
            }
    }

    private static func emptyWords(_ filter: SubmissionFilter) -> (heading: String, text: String) {
        switch filter.tab {
        case .all where filter.form == nil:
            (
                "No submission yet",
                "Everything that is sent through a form of the website or of this server appears here."
            )
        case .all, .accepted: ("No submission here", "Choose another form or another tab.")
        case .held: ("Nothing is held", "What looks like no person’s waits here until you release or discard it.")
        case .discarded: ("Nothing was discarded", "Held submissions that you throw away stay visible here.")
        case .refused:
            (
                "What is refused is counted, not kept",
                "Forms count too: what a website sends that is not among your domains is lost. Settings, Tracking names "
                    + "such websites, so that you can add yours. A form that looks like a robot’s is held, never refused."
            )
        }
    }
}

extension SubmissionListPage.Row {
    init(_ row: SubmissionRow, _ paths: AccountPaths, _ clock: AccountClock) {
        let conversion = row.conversion
        href = paths.submission(conversion.id)
        who = conversion.sender ?? "No e-mail"
        formName = conversion.title
        time = clock.moment(conversion.receivedAt)
        source = row.source.map(SourceBadge.init)
        contact = row.contact.map {
            SubmissionListPage.Sender(name: $0.displayName, href: paths.contact($0.id))
        }
        reason = conversion.status == .held ? conversion.heldReason.map { "Held: \($0.label)" } : nil
        status = SubmissionStatus(conversion.status)
    }
}

extension Conversion {
    /// The address that was given, as far as one was.
    var sender: String? {
        let target = FieldTarget.property(.email).rawValue
        return fields.first { $0.target == target && !$0.value.isEmpty }?.value
    }

    /// What was sent, by the form's name.
    var title: String { formName ?? (kind == .identify ? "Identified by the page" : "A form") }
}

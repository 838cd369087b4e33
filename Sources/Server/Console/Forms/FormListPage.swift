import CRM

/// Own forms, and the forms that the script has seen on the customer's website.
struct FormListPage: ConsolePage {
    static let template = "console/forms"

    let shell: Shell
    let newHref: String
    let trackingHref: String
    let forms: [Line]
    let externalForms: [ExternalLine]

    struct Line {
        let name: String
        let href: String
        let submissionsText: String
        let submissionsHref: String
        let last: Moment?
        let hostedUrl: String
    }

    struct ExternalLine {
        let name: String
        let formId: String
        let pageText: String?
        let submissionsText: String
        let submissionsHref: String
        let last: Moment?
        let unmappedText: String? = nil
    }

    /// A page without its query, which says where a visitor came from and not where the form is.
    private static func place(_ address: String) -> String {
        let start = address.range(of: "://")?.upperBound ?? address.startIndex
        return String(address[start...].prefix { $0 != "?" && $0 != "#" })
    }

    init(
        _ frame: Frame, _ paths: AccountPaths, forms: [Form], activity: [FormActivity], publicURL: PublicURL
    ) {
        shell = Shell("Forms", in: .forms, frame)
        newHref = paths.newForm
        trackingHref = paths.tracking
        func submissions(_ formID: String) -> String {
            ConsolePath(paths.submissions).with("form", formID).text
        }
        let own = Dictionary(
            activity.filter { $0.kind == .ownForm }.map { ($0.formID, $0) }, uniquingKeysWith: { first, _ in first })
        self.forms = forms.map { form in
            let seen = own[form.id.rawValue]
            return Line(
                name: form.name, href: paths.form(form.id), submissionsText: Count.grouped(seen?.submissions ?? 0),
                submissionsHref: submissions(form.id.rawValue), last: seen.map { frame.clock.moment($0.lastAt) },
                hostedUrl: "\(publicURL)/f/\(form.id)")
        }
        externalForms = activity.filter { $0.kind == .externalForm }.map { form in
            ExternalLine(
                name: form.name.isEmpty ? form.formID : form.name, formId: form.formID,
                pageText: form.pageURL.map(Self.place),
                submissionsText: Count.grouped(form.submissions), submissionsHref: submissions(form.formID),
                last: frame.clock.moment(form.lastAt))
        }
    }
}

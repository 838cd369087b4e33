import CRM

/// The page of a hosted form, or its thanks.
struct HostedFormPage {
    let stylesheet = "/assets/form.css"
    let language = "en"
    let embedded = false
    let name: String
    var thanks: Thanks?
    var form: Body?

    struct Thanks {
        let text: String
    }

    struct Body {
        let action: String
        let hidden: [Hidden]
        let trap: Trap
        let errors: [Problem]
        let errorHeading: String
        let fields: [FieldControl]
        let submitLabel: String
    }

    struct Hidden {
        let name: String
        let value: String
    }

    struct Trap {
        let name: String
    }

    struct Problem {
        let text: String
        let fieldId: String?
    }

    init(thanksFor form: Form) {
        name = form.name
        thanks = Thanks(text: form.definition.thankYou)
    }

    /// - Parameter event: the submission's id, so that a form sent twice is stored once.
    init(_ form: Form, seal: String, event: String, values: [String: [String]], _ occasion: FormOccasion) {
        name = form.name
        let ids = Dictionary(
            form.definition.fields.enumerated().map { ($1.name, "field-\($0)") },
            uniquingKeysWith: { first, _ in first })
        self.form = Body(
            action: "/f/\(form.id)",
            hidden: [Hidden(name: "_seal", value: seal), Hidden(name: "_event", value: event)],
            trap: Trap(name: HostedSubmission.trap),
            errors: Self.errors(occasion, form, ids), errorHeading: occasion.heading,
            fields: form.definition.fields.map { field in
                FieldControl(
                    field, id: ids[field.name] ?? field.name, values: values[field.name] ?? [],
                    problem: occasion.problems.first { $0.field == field.name }?.message)
            },
            submitLabel: form.definition.submitLabel)
    }
    private static func errors(_ occasion: FormOccasion, _ form: Form, _ ids: [String: String]) -> [Problem] {
        if case .refused = occasion {
            return [Problem(text: "They are still here: please send them again in a moment.", fieldId: nil)]
        }
        let labels = Dictionary(
            form.definition.fields.map { ($0.name, $0.label) }, uniquingKeysWith: { first, _ in first })
        return occasion.problems.map {
            Problem(text: "\(labels[$0.field] ?? $0.field): \($0.message)", fieldId: ids[$0.field])
        }
    }
}

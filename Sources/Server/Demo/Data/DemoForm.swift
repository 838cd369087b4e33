import CRM

/// A form of the sample website, and how people fill it in.
enum DemoForm: Sendable, CaseIterable {
    case winterGlow, firstVisit, contact, consult

    /// The definition of the own form; the others stand in the website's pages.
    static let consultDefinition = FormDefinition(
        fields: [
            FormField(name: "first_name", label: "First name", type: .text, isRequired: true, options: []),
            FormField(name: "last_name", label: "Last name", type: .text, isRequired: false, options: []),
            FormField(name: "email", label: "Email", type: .email, isRequired: true, options: []),
            FormField(name: "phone", label: "Phone", type: .phone, isRequired: false, options: []),
            FormField(name: "treatment", label: "Treatment", type: .select, isRequired: false, options: treatments),
            FormField(name: "message", label: "Message", type: .multiLine, isRequired: false, options: []),
        ],
        source: "Online consult", submitLabel: "Request a consult",
        thankYou: "Thank you. We call you within a working day to find a time.", redirect: nil)

    static let treatments = [
        "Not sure yet", "Wrinkle relaxers", "Laser hair removal", "Hydrating facial", "Microneedling",
    ]

    var page: DemoPage {
        switch self {
        case .winterGlow: .winterGlow
        case .firstVisit: .firstVisit
        case .contact: .contact
        case .consult: .consult
        }
    }

    /// The form that a visitor who landed here ends up at.
    static func chosen(from landing: DemoPage, _ random: inout DemoRandom) -> DemoForm {
        switch landing {
        case .winterGlow where random.chance(80): .winterGlow
        case .firstVisit where random.chance(80): .firstVisit
        default: random.chance(55) ? .consult : .contact
        }
    }

    func fill(by person: DemoPerson, ownForm: Form, _ random: inout DemoRandom) -> FormFill {
        let treatment = random.pick(Self.treatments) ?? ""
        let message = random.pick(Self.messages) ?? ""
        let phone = random.chance(78) ? person.phone : ""
        func field(_ name: String, _ label: String, _ value: String) -> FilledField {
            FilledField(name: name, label: label, values: value.isEmpty ? [] : [value])
        }
        let named = [
            field("name", "Name", person.name), field("email", "Email", person.email), field("phone", "Phone", phone),
        ]
        switch self {
        case .winterGlow:
            let time = random.pick(["Any time", "Morning", "Afternoon", "Evening"]) ?? "Any time"
            return external(
                "winter-glow", "Winter glow offer", named + [field("best_time", "Best time to reach you", time)])
        case .firstVisit:
            return external("first-visit", "First visit offer", named + [field("treatment", "Treatment", treatment)])
        case .contact:
            return external(
                "contact", "Contact form",
                named + [field("treatment", "Treatment", treatment), field("message", "Message", message)])
        case .consult:
            let fields = [
                field("first_name", "First name", person.first), field("last_name", "Last name", person.last),
                named[1], named[2], field("treatment", "Treatment", treatment), field("message", "Message", message),
            ]
            return FormFill(
                origin: .own, formID: ownForm.id.rawValue, formName: ownForm.name,
                hiddenSource: ownForm.definition.source, fields: fields)
        }
    }

    private func external(_ id: String, _ name: String, _ fields: [FilledField]) -> FormFill {
        FormFill(origin: .external, formID: id, formName: name, hiddenSource: nil, fields: fields)
    }

    private static let messages = [
        "", "", "", "Do you have anything on a Saturday?", "My wedding is in April. When should I start?",
        "How many sessions would I need for my lower legs?", "I have sensitive skin. Is the peel too much?",
        "A friend told me about Lena. Can I book with her?", "What would it cost for the jaw?",
        "I had microneedling elsewhere and was red for a week. Is that normal?", "Is parking easy near you?",
        "Could my mother and I come together?", "Please call after five.", "Does the laser work on grey hair?",
    ]
}

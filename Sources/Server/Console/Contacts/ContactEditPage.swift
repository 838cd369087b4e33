import CRM

/// Adds a contact by hand, or edits one.
struct ContactEditPage: ConsolePage {
    static let template = "console/contact-edit"

    let shell: Shell
    let crumbs: [Link]
    let heading: String
    let attributionNote: String
    let errors: [FormError]
    let action: String
    let fields: [FieldControl]
    let customFields: [FieldControl]
    let submitLabel: String
    let cancelHref: String

    init(_ frame: Frame, _ paths: AccountPaths, _ form: ContactForm, of contact: Contact?, users: [User]) {
        let list = Link("Contacts", paths.contacts)
        errors = form.errors
        fields = Self.controls(form) + FieldControl.record(form, users)
        customFields = form.fields.map { FieldControl($0, form) }
        if let contact {
            heading = "Edit \(contact.displayName)"
            crumbs = [list, Link(contact.displayName, paths.contact(contact.id))]
            attributionNote = "Saving changes no attribution: First is locked, Latest follows conversions only."
            action = paths.contact(contact.id)
            submitLabel = "Save"
            cancelHref = paths.contact(contact.id)
        } else {
            heading = "Add contact"
            crumbs = [list]
            attributionNote = "First and Latest will say CRM UI: added by hand."
            action = paths.contacts
            submitLabel = "Add contact"
            cancelHref = paths.contacts
        }
        shell = Shell(heading, in: .contacts, frame)
    }

    private static func controls(_ form: ContactForm) -> [FieldControl] {
        let properties = ContactForm.properties.map { property in
            var control = FieldControl(id: property.rawValue, name: property.rawValue, label: property.label)
            control.line = FieldControl.Line(
                type: inputType(property), value: form.values(property.rawValue).first, maxlength: 500)
            control.error = form.problems[property.rawValue]
            return control
        }
        var source = FieldControl(
            id: ContactForm.contactSource, name: ContactForm.contactSource, label: "Contact Source")
        source.line = FieldControl.Line(
            type: "text", value: form.values(ContactForm.contactSource).first, maxlength: 500)
        source.hint = "How the contact reached you, in your own words."
        var tags = FieldControl(id: ContactForm.tags, name: ContactForm.tags, label: "Tags")
        tags.area = FieldControl.Area(value: form.values(ContactForm.tags).first)
        tags.hint = "One a line."
        return properties + [source, tags]
    }

    private static func inputType(_ property: ContactProperty) -> String {
        switch property {
        case .email: "email"
        case .phone: "tel"
        default: "text"
        }
    }
}

extension FieldControl {
    /// The control for a custom field. It shows a value that the field's type would not allow: saving must not lose it.
    init(_ field: CustomField, _ form: ContactForm) {
        let name = ContactForm.name(field)
        let values = form.values(name)
        self.init(id: name.replacing(".", with: "-"), name: name, label: field.name)
        error = form.problems[name]
        let options = field.options + values.filter { !field.options.contains($0) }
        switch field.type {
        case .multiLine:
            area = Area(value: values.first)
            wide = true
        case .select, .radio:
            select = Self.choice(options, values)
        case .boolean:
            select = Self.choice(["Yes", "No"] + values.filter { $0 != "Yes" && $0 != "No" }, values)
        case .checkbox, .multiSelect:
            choices = Choices(
                type: "checkbox",
                options: options.enumerated().map { index, option in
                    Choice(id: "\(id)-\(index)", value: option, label: option, checked: values.contains(option))
                })
        default:
            line = Line(type: "text", value: values.first, inputmode: Self.inputMode(field.type), maxlength: 10_000)
        }
    }

    private static func choice(_ options: [String], _ values: [String]) -> Select {
        let none = Option(value: "", label: "–", selected: values.isEmpty)
        return Select(options: [none] + options.map { Option(value: $0, label: $0, selected: values.contains($0)) })
    }

    private static func inputMode(_ type: FieldType) -> String? {
        switch type {
        case .number, .money, .rating: "decimal"
        case .email: "email"
        case .phone: "tel"
        default: nil
        }
    }
}

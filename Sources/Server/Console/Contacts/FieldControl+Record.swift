import CRM

extension FieldControl {
    /// Whose the contact is, what it is, and whether it may be written to.
    static func record(_ form: ContactForm, _ users: [User]) -> [FieldControl] {
        let owner = form.values(ContactForm.owner).first.map(UserID.init(rawValue:))
        let kind = form.values(ContactForm.kind).first ?? ContactKind.lead.rawValue
        let isSilent = form.values(ContactForm.doNotDisturb).first == "true"
        var birthday = control(ContactForm.birthday, "Date of birth", form)
        birthday.line = Line(type: "date", value: form.values(ContactForm.birthday).first)
        let kinds = ContactKind.allCases.map {
            Option(value: $0.rawValue, label: $0.label, selected: $0.rawValue == kind)
        }
        let silences = [
            Option(value: "false", label: "Off", selected: !isSilent),
            Option(value: "true", label: "On: nothing may be sent", selected: isSilent),
        ]
        return [
            choice(ContactForm.owner, "Owner", form, Option.owners(users, chosen: owner)),
            choice(ContactForm.kind, "Type", form, kinds), birthday,
            choice(ContactForm.doNotDisturb, "Do not disturb", form, silences),
        ]
    }

    private static func choice(
        _ name: String, _ label: String, _ form: ContactForm, _ options: [Option]
    ) -> FieldControl {
        var control = control(name, label, form)
        control.select = Select(options: options)
        return control
    }

    private static func control(_ name: String, _ label: String, _ form: ContactForm) -> FieldControl {
        var control = FieldControl(id: name, name: name, label: label)
        control.error = form.problems[name]
        return control
    }
}

import CRM

/// One thing of the settings on a page of its own: a custom field, a folder, a custom value, a tag.
struct SettingsEditPage: ConsolePage {
    static let template = "console/settings-edit"

    let shell: Shell
    let crumbs: [Link]
    let heading: String
    let note: String
    let errors: [FormError]
    let action: String
    let fields: [FieldControl]
    let cancelHref: String

    /// - Parameter problem: what is wrong with what was typed; it is about the first control.
    init(
        _ heading: String, in tab: SettingsTab, _ frame: Frame, _ paths: AccountPaths, note: String, action: String,
        fields: [FieldControl], problem: String?
    ) {
        self.heading = heading
        self.note = note
        self.action = action
        self.fields = fields
        shell = Shell(heading, in: .settings, frame)
        crumbs = [Link(tab.label, tab.href(paths))]
        errors = problem.map { [FormError(text: $0, fieldId: fields.first?.id)] } ?? []
        cancelHref = tab.href(paths)
    }
}

extension FieldControl {
    /// The control for the name of a setting.
    static func name(_ value: String?, maxlength: Int = 100) -> FieldControl {
        var control = FieldControl(id: "name", name: "name", label: "Name")
        control.required = true
        control.line = Line(type: "text", value: value, maxlength: maxlength)
        return control
    }

    static func area(_ name: String, _ label: String, _ value: String?, hint: String? = nil) -> FieldControl {
        var control = FieldControl(id: name, name: name, label: label)
        control.area = Area(value: value)
        control.wide = true
        control.hint = hint
        return control
    }

    static func check(_ name: String, _ label: String, _ checked: Bool, hint: String? = nil) -> FieldControl {
        var control = FieldControl(id: name, name: name, label: label)
        control.check = Check(checked: checked)
        control.hint = hint
        return control
    }
}

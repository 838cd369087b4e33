import CRM

/// The account's custom values.
struct ValueSettingsPage: ConsolePage {
    static let template = "console/settings-values"

    let shell: Shell
    let tabs: [Link]
    let errors: [FormError]
    let values: [Line]
    let readOnly: Bool
    let addAction: String
    let fields: [FieldControl]

    struct Line {
        let name: String
        let mergeField: String
        let text: String
        let editHref: String
        let removeHref: String
    }

    /// - Parameter typed: what was typed, when `error` says what is wrong with it.
    init(
        _ frame: Frame, _ paths: AccountPaths, _ all: [CustomValue], typed: (name: String, value: String) = ("", ""),
        error: CustomValueError? = nil
    ) {
        shell = SettingsTab.values.shell(frame)
        tabs = SettingsTab.values.links(frame, paths)
        errors = error.map { [FormError(text: $0.description, fieldId: $0 == .value ? "value" : "name")] } ?? []
        values = all.map { value in
            Line(
                name: value.name, mergeField: value.mergeField, text: value.value.cut(to: 300),
                editHref: paths.value(value.id), removeHref: paths.value(value.id) + "/remove")
        }
        readOnly = !frame.isAdmin
        addAction = paths.values
        fields = Self.controls(name: typed.name, value: typed.value)
    }

    static func controls(name: String, value: String) -> [FieldControl] {
        [.name(name.isEmpty ? nil : name), .area("value", "Value", value.isEmpty ? nil : value)]
    }
}

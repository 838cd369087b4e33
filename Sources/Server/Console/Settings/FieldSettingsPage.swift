import Attribution
import CRM

/// The account's custom fields.
struct FieldSettingsPage: ConsolePage {
    static let template = "console/settings-fields"

    let shell: Shell
    let tabs: [Link]
    let errors: [FormError]
    let fields: [Line]
    let readOnly: Bool
    let addAction: String
    let draft: Draft
    let types: [FieldControl.Option]
    let sources: [FieldControl.Option]

    struct Line {
        let name: String
        let key: String
        let typeText: String
        let fillable: Bool
        let from: String?
        let optionsText: String?
        let removeHref: String?
    }

    struct Draft {
        let name: String?
        let options: String?
        let fillable: Bool
    }

    /// - Parameter draft: what was typed, when `error` says what is wrong with it.
    init(
        _ frame: Frame, _ paths: AccountPaths, _ customFields: [CustomField], draft: NewField = NewField(),
        error: FieldError? = nil
    ) {
        shell = SettingsTab.fields.shell(frame)
        tabs = SettingsTab.fields.links(frame, paths)
        errors = error.map { [FormError(text: $0.description, fieldId: $0.fieldID)] } ?? []
        fields = customFields.map { Line($0, paths) }
        readOnly = !frame.isAdmin
        addAction = paths.fields
        self.draft = Draft(
            name: draft.name.isEmpty ? nil : draft.name,
            options: draft.options.isEmpty ? nil : draft.options.joined(separator: "\n"), fillable: draft.fillable)
        types = FieldType.allCases.map { type in
            FieldControl.Option(value: type.rawValue, label: type.label, selected: type == draft.type)
        }
        sources = Self.sources(selected: draft.derivedFrom)
    }

    private static func sources(selected: AttributionReference?) -> [FieldControl.Option] {
        let nothing = FieldControl.Option(
            value: "", label: "Nothing: people and forms fill it", selected: selected == nil)
        let references = AttributionPosition.allCases.flatMap { position in
            AttributionField.allCases.map { AttributionReference(position, $0) }
        }
        return [nothing]
            + references.map { reference in
                FieldControl.Option(
                    value: reference.rawValue, label: reference.label, selected: reference == selected)
            }
    }
}

extension FieldSettingsPage.Line {
    init(_ field: CustomField, _ paths: AccountPaths) {
        name = field.name
        key = field.key
        typeText = field.type.label
        fillable = field.fillable
        from = field.derivedFrom?.label
        optionsText = field.options.isEmpty ? nil : field.options.joined(separator: ", ")
        removeHref = DerivedField(rawValue: field.key) == nil ? paths.field(field.id) + "/remove" : nil
    }
}

extension AttributionReference {
    /// `Latest: UTM Source`
    fileprivate var label: String { "\(position.label): \(field.label)" }
}

extension FieldError {
    fileprivate var fieldID: String {
        switch self {
        case .name, .taken: "name"
        case .options: "options"
        case .target: "from"
        }
    }
}

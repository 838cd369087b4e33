import Attribution
import CRM

/// The account's custom fields, in their folders.
struct FieldSettingsPage: ConsolePage {
    static let template = "console/settings-fields"

    let shell: Shell
    let tabs: [Link]
    let errors: [FormError]
    let models: [Model]
    let readOnly: Bool
    let addAction: String
    let addFolderAction: String
    let draft: Draft
    let types: [FieldControl.Option]
    let modelChoices: [FieldControl.Option]
    let sources: [FieldControl.Option]

    struct Model {
        let id: String
        let title: String
        let groups: [Group]
    }

    /// The fields of one folder, or those of none.
    struct Group {
        let folder: Folder?
        let fields: [Line]
    }

    struct Folder {
        let name: String
        let editHref: String
        let removeHref: String
    }

    struct Line {
        let name: String
        let key: String
        let typeText: String
        let fillable: Bool
        let from: String?
        let optionsText: String?
        let editHref: String
        let moveAction: String
        let first: Bool
        let last: Bool
        let removeHref: String?
    }

    struct Draft {
        let name: String?
        let options: String?
        let fillable: Bool
    }

    /// - Parameter draft: what was typed, when `error` says what is wrong with it.
    init(
        _ frame: Frame, _ paths: AccountPaths, _ customFields: [CustomField], _ folders: [FieldFolder],
        draft: NewField = NewField(), error: FieldError? = nil
    ) {
        shell = SettingsTab.fields.shell(frame)
        tabs = SettingsTab.fields.links(frame, paths)
        errors = error.map { [FormError(text: $0.description, fieldId: $0.fieldID)] } ?? []
        models = FieldModel.allCases.map { model in
            Model(
                id: model.rawValue, title: model.label,
                groups: Self.groups(
                    customFields.filter { $0.model == model }, folders.filter { $0.model == model }, paths))
        }
        readOnly = !frame.isAdmin
        addAction = paths.fields
        addFolderAction = paths.fieldFolders
        self.draft = Draft(
            name: draft.name.isEmpty ? nil : draft.name,
            options: draft.options.isEmpty ? nil : draft.options.joined(separator: "\n"), fillable: draft.fillable)
        types = FieldTypeChoices.forContacts.map { type in
            FieldControl.Option(value: type.rawValue, label: type.label, selected: type == draft.type)
        }
        modelChoices = FieldModel.allCases.map {
            FieldControl.Option(value: $0.rawValue, label: $0.label, selected: $0 == draft.model)
        }
        sources = Self.sources(selected: draft.derivedFrom)
    }

    private static func groups(
        _ fields: [CustomField], _ folders: [FieldFolder], _ paths: AccountPaths
    ) -> [Group] {
        let loose = fields.filter { field in !folders.contains { $0.id == field.folder } }
        let own = folders.map { folder in
            Group(folder: Folder(folder, paths), fields: lines(fields.filter { $0.folder == folder.id }, paths))
        }
        return (loose.isEmpty ? [] : [Group(folder: nil, fields: lines(loose, paths))]) + own
    }

    private static func lines(_ fields: [CustomField], _ paths: AccountPaths) -> [Line] {
        fields.enumerated().map { Line($1, paths, first: $0 == 0, last: $0 == fields.count - 1) }
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

extension FieldSettingsPage.Folder {
    fileprivate init(_ folder: FieldFolder, _ paths: AccountPaths) {
        name = folder.name
        editHref = paths.fieldFolder(folder.id)
        removeHref = paths.fieldFolder(folder.id) + "/remove"
    }
}

extension FieldSettingsPage.Line {
    fileprivate init(_ field: CustomField, _ paths: AccountPaths, first: Bool, last: Bool) {
        name = field.name
        key = field.key
        typeText = field.type.label
        fillable = field.fillable
        from = field.derivedFrom?.label
        optionsText = field.options.isEmpty ? nil : field.options.joined(separator: ", ")
        editHref = paths.field(field.id)
        moveAction = paths.field(field.id) + "/move"
        self.first = first
        self.last = last
        removeHref = field.isBuiltIn ? nil : paths.field(field.id) + "/remove"
    }
}

extension AttributionReference {
    /// `Latest: UTM Source`
    fileprivate var label: String { "\(position.label): \(field.label)" }
}

extension FieldError {
    fileprivate var fieldID: String {
        switch self {
        case .name, .taken, .tooMany, .builtIn: "name"
        case .options, .tooManyOptions: "options"
        case .target, .attribution: "from"
        case .folder, .folderName: "folder"
        }
    }
}

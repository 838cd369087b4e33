import CRM

/// What somebody typed to change a custom field; a field that every account has is only put into another folder.
struct FieldEdit: Sendable {
    let name: String
    let options: [String]
    let allowsOther: Bool
    let fillable: Bool
    let placeholder: String?
    let note: String?
    let folder: FolderID?

    init(_ form: FormBody) {
        name = form.text("name") ?? ""
        options = form.lines("options")
        allowsOther = form.text("allowsOther") == "true"
        fillable = form.text("fillable") == "true"
        placeholder = form.text("placeholder")
        note = form.text("note")
        folder = form.text("folder").map(FolderID.init(rawValue:))
    }

    init(_ field: CustomField) {
        name = field.name
        options = field.options
        allowsOther = field.allowsOther
        fillable = field.fillable
        placeholder = field.placeholder
        note = field.note
        folder = field.folder
    }

    func apply(to draft: inout FieldDraft, isBuiltIn: Bool) {
        draft.folder = folder
        guard !isBuiltIn else { return }
        draft.name = name
        draft.options = options
        draft.allowsOther = allowsOther
        draft.fillable = fillable
        draft.placeholder = placeholder
        draft.note = note
    }

    /// The controls of the page that changes a field.
    func controls(_ field: CustomField, folders: [FieldFolder]) -> [FieldControl] {
        field.isBuiltIn ? [folderControl(field, folders)] : ownControls(field) + [folderControl(field, folders)]
    }

    private func ownControls(_ field: CustomField) -> [FieldControl] {
        var controls = [FieldControl.name(name)]
        if field.type.hasOptions {
            controls.append(
                .area(
                    "options", "Options, one a line", options.joined(separator: "\n"),
                    hint: "A contact keeps an option that you take away; its record says that it does not fit any more."
                ))
            controls.append(.check("allowsOther", "Another answer may be written in", allowsOther))
        }
        var placeholder = FieldControl(id: "placeholder", name: "placeholder", label: "Placeholder")
        placeholder.line = FieldControl.Line(type: "text", value: self.placeholder, maxlength: 300)
        controls.append(placeholder)
        controls.append(.area("note", "What it is for", note))
        if field.model == .contact, field.derivedFrom == nil {
            controls.append(
                .check(
                    "fillable", "Forms may fill it", fillable,
                    hint: "Anyone who can open your website can then write it."))
        }
        return controls
    }

    private func folderControl(_ field: CustomField, _ folders: [FieldFolder]) -> FieldControl {
        var control = FieldControl(id: "folder", name: "folder", label: "Folder")
        let none = FieldControl.Option(value: "", label: "None", selected: folder == nil)
        control.select = FieldControl.Select(
            options: [none]
                + folders.filter { $0.model == field.model }.map {
                    FieldControl.Option(value: $0.id.rawValue, label: $0.name, selected: $0.id == folder)
                })
        return control
    }
}

import CRM

/// A custom field as somebody typed it.
struct NewField {
    var name = ""
    var type = FieldType.text
    var model = FieldModel.contact
    var options: [String] = []
    var fillable = true
    var derivedFrom: AttributionReference?
    var folder: FolderID?

    init() {}

    init(_ form: FormBody) {
        name = form.text("name") ?? ""
        type = form.text("type").flatMap(FieldType.init(rawValue:)) ?? .text
        model = form.text("model").flatMap(FieldModel.init(rawValue:)) ?? .contact
        options = form.lines("options")
        fillable = form.text("fillable") == "true"
        derivedFrom = form.text("from").flatMap(AttributionReference.init(rawValue:))
        folder = form.text("folder").map(FolderID.init(rawValue:))
    }

    var draft: FieldDraft {
        var draft = FieldDraft(name: name, type: type, model: model)
        draft.options = options
        draft.fillable = fillable
        draft.derivedFrom = derivedFrom
        draft.folder = folder
        return draft
    }
}

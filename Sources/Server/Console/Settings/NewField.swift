import CRM

/// A custom field as somebody typed it.
struct NewField {
    var name = ""
    var type = FieldType.text
    var options: [String] = []
    var fillable = true
    var derivedFrom: AttributionReference?

    init() {}

    init(_ form: FormBody) {
        name = form.text("name") ?? ""
        type = form.text("type").flatMap(FieldType.init(rawValue:)) ?? .text
        options = form.lines("options")
        fillable = form.text("fillable") == "true"
        derivedFrom = form.text("from").flatMap(AttributionReference.init(rawValue:))
    }
}

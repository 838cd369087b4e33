import CRM

/// What a body says of a custom field; both ways in have the same things to say under different names.
struct FieldRequest {
    /// The name under which each thing stands in the body.
    struct Names {
        let note: String?
        let options: [String]
        let formats: String
        let fileLimit: String
        let allowsOther: String
        let fillable: String?
    }

    private let body: WireValue
    private let names: Names

    init(_ body: WireValue, _ names: Names) {
        self.body = body
        self.names = names
    }

    /// Writes what the body names into a draft; what it does not name stays.
    func apply(to draft: inout FieldDraft) {
        if let name = body["name"]?.text { draft.name = name }
        if let placeholder = body["placeholder"] { draft.placeholder = placeholder.text }
        if let note = names.note.flatMap({ body[$0] }) { draft.note = note.text }
        if let position = body["position"]?.text.flatMap({ Int($0) }) { draft.position = position }
        if let options = names.options.lazy.compactMap({ body[$0] }).first { draft.options = Self.options(options) }
        if let formats = body[names.formats] { draft.acceptedFormats = Self.formats(formats) }
        if let limit = body[names.fileLimit]?.text.flatMap({ Int($0) }) { draft.fileLimit = limit }
        if let allows = body[names.allowsOther]?.text { draft.allowsOther = allows == "true" }
        if let fillable = names.fillable.flatMap({ body[$0] })?.text { draft.fillable = fillable == "true" }
        if let folder = body["parentId"] { draft.folder = folder.text.map(FolderID.init(rawValue:)) }
    }

    /// Texts, or objects with a label.
    private static func options(_ value: WireValue) -> [String] {
        guard case .array(let values) = value else { return value.texts }
        return values.compactMap { $0.text ?? $0["label"]?.text }
    }

    /// A list of endings, or one text with commas; `all` is no restriction.
    private static func formats(_ value: WireValue) -> [String] {
        let formats = value.texts.flatMap { $0.split(separator: ",").map(String.init) }
        return formats.contains("all") ? [] : formats
    }
}

extension FieldRequest.Names {
    static let location = FieldRequest.Names(
        note: nil, options: ["options", "picklistOptions", "textBoxListOptions"], formats: "acceptedFormat",
        fileLimit: "maxNumberOfFiles", allowsOther: "isAllowedCustomOption", fillable: nil)

    static let object = FieldRequest.Names(
        note: "description", options: ["options"], formats: "acceptedFormats", fileLimit: "maxFileLimit",
        allowsOther: "allowCustomOption", fillable: "showInForms")
}

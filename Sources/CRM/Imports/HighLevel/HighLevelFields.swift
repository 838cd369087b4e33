/// The custom fields that a location of HighLevel's has.
struct HighLevelFields {
    /// One of them, as it would be made here.
    struct Definition: Sendable {
        let id: String
        let key: String
        let draft: FieldDraft
    }

    /// Those of contacts and opportunities that hold something that can be brought along: no files and signatures, and
    /// none that only repeats an attribution.
    static func read(_ values: [ImportValue]) -> [Definition] {
        values.compactMap { value in
            guard let id = value["id"]?.text, let name = value["name"]?.text?.trimmed.nonEmpty,
                let model = FieldModel(rawValue: value["model"]?.text ?? "contact"),
                value["isReadOnly"]?.text != "true",
                let type = types[value["dataType"]?.text ?? ""]
            else { return nil }
            let options = (value["picklistOptions"]?.elements ?? value["options"]?.elements ?? [])
                .compactMap { $0.text ?? $0["label"]?.text }
            var draft = FieldDraft(
                name: name.cut(to: 100), type: type.hasOptions && options.isEmpty ? .text : type, model: model)
            draft.options = options
            // What was once an option may still be somebody's value.
            draft.allowsOther = true
            draft.fillable = false
            let wished = value["fieldKey"]?.text ?? name
            guard let key = FieldKey.key(model, wished) else { return nil }
            draft.wishedKey = key
            return Definition(id: id, key: key, draft: draft)
        }
    }

    private static let types: [String: FieldType] = [
        "TEXT": .text, "LARGE_TEXT": .multiLine, "NUMERICAL": .number, "PHONE": .phone, "MONETORY": .money,
        "CHECKBOX": .checkbox, "SINGLE_OPTIONS": .select, "MULTIPLE_OPTIONS": .multiSelect, "DATE": .date,
        "TEXTBOX_LIST": .multiLine, "RADIO": .radio, "EMAIL": .email,
    ]
}

import CRM

/// A custom field as `/custom-fields` answers it.
struct WireObjectField: Encodable {
    let id: String
    let locationId: String
    let objectKey: String
    let name: String
    @OrNull var description: String?
    @OrNull var placeholder: String?
    let showInForms: Bool
    let options: [Option]
    /// File name endings, with commas between them.
    @OrNull var acceptedFormats: String?
    let dataType: String
    /// The folder; "" for none, because clients take it for a text.
    let parentId: String
    let fieldKey: String
    let allowCustomOption: Bool
    @OrNull var maxFileLimit: Int?
    let dateAdded: String
    let dateUpdated: String

    struct Option: Encodable {
        let key: String
        let label: String
    }

    init(_ field: CustomField, of account: Account) {
        id = field.id.rawValue
        locationId = account.locationID
        objectKey = field.model.rawValue
        name = field.name
        description = field.note
        placeholder = field.placeholder
        showInForms = field.fillable
        options = field.wireOptions.map { Option(key: Self.key($0), label: $0) }
        acceptedFormats = field.acceptedFormats.isEmpty ? nil : field.acceptedFormats.joined(separator: ",")
        dataType = WireFieldType(field.type).rawValue
        parentId = field.folder?.rawValue ?? ""
        fieldKey = field.key
        allowCustomOption = field.allowsOther
        maxFileLimit = field.fileLimit
        dateAdded = field.createdAt.iso8601
        dateUpdated = field.updatedAt.iso8601
    }

    /// `very_good` for "Very good"; an option without a letter or digit is its own key.
    private static func key(_ option: String) -> String {
        let words = option.lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.isEmpty ? option : words.joined(separator: "_")
    }
}

import CRM

/// A custom field as `/locations/{locationId}/customFields` answers it.
struct WireLocationField: Encodable {
    let id: String
    let name: String
    let fieldKey: String
    @OrNull var placeholder: String?
    let dataType: String
    let position: Int
    let picklistOptions: [String]
    /// Headwater keeps no pictures of options.
    let picklistImageOptions: [String] = []
    let isAllowedCustomOption: Bool
    let isMultiFileAllowed: Bool
    @OrNull var maxFileLimit: Int?
    let acceptedFormat: [String]
    let locationId: String
    let model: String
    /// The folder.
    @OrNull var parentId: String?
    let dateAdded: String
    /// Whether the value follows the attribution and cannot be written.
    let isReadOnly: Bool

    init(_ field: CustomField, of account: Account) {
        id = field.id.rawValue
        name = field.name
        fieldKey = field.key
        placeholder = field.placeholder
        dataType = WireFieldType(field.type).rawValue
        position = field.position
        picklistOptions = field.wireOptions
        isAllowedCustomOption = field.allowsOther
        isMultiFileAllowed = (field.fileLimit ?? 1) > 1
        maxFileLimit = field.fileLimit
        acceptedFormat = field.acceptedFormats
        locationId = account.locationID
        model = field.model.rawValue
        parentId = field.folder?.rawValue
        dateAdded = field.createdAt.iso8601
        isReadOnly = field.derivedFrom != nil
    }
}

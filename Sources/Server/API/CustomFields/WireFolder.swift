import CRM

/// A folder of custom fields.
struct WireFolder: Encodable {
    let id: String
    let objectKey: String
    let locationId: String
    let name: String
    /// What tells it from a field where both may stand.
    let documentType = "folder"

    init(_ folder: FieldFolder, of account: Account) {
        id = folder.id.rawValue
        objectKey = folder.model.rawValue
        locationId = account.locationID
        name = folder.name
    }
}

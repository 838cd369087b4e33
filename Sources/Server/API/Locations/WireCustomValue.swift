import CRM

/// A custom value of a location.
struct WireCustomValue: Encodable {
    let id: String
    let name: String
    /// The merge field: `{{ custom_values.booking_page }}`.
    let fieldKey: String
    let value: String
    let locationId: String

    init(_ value: CustomValue, of account: Account) {
        id = value.id.rawValue
        name = value.name
        fieldKey = value.mergeField
        self.value = value.value
        locationId = account.locationID
    }
}

/// The custom values of a location.
struct WireCustomValues: Encodable {
    let customValues: [WireCustomValue]
}

/// One custom value of a location.
struct WireSingleCustomValue: Encodable {
    let customValue: WireCustomValue
}

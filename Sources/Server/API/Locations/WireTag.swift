import CRM

/// A tag of a location.
struct WireTag: Encodable {
    let id: String
    let name: String
    let locationId: String

    init(_ tag: Tag, of account: Account) {
        id = tag.id.rawValue
        name = tag.name
        locationId = account.locationID
    }
}

/// The tags of a location.
struct WireLocationTags: Encodable {
    let tags: [WireTag]
}

/// One tag of a location.
struct WireSingleTag: Encodable {
    let tag: WireTag
}

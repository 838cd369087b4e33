/// The members around custom fields, as clients know them.
struct WireLocationFields: Encodable {
    let customFields: [WireLocationField]
}

/// One field of a location.
struct WireSingleLocationField: Encodable {
    let customField: WireLocationField
}

/// The fields and folders of an object.
struct WireObjectFields: Encodable {
    let fields: [WireObjectField]
    let folders: [WireFolder]
}

/// One field or folder of an object.
struct WireSingleObjectField<Field: Encodable>: Encodable {
    let field: Field
}

/// What was deleted; `succeded` is the spelling that clients know.
struct WireDeleted: Encodable {
    let succeded = true
    let succeeded = true
    let id: String
    let key: String
}

/// Something was done; `succeded` is the spelling that clients know.
struct WireSucceeded: Encodable {
    let succeded = true
    let succeeded = true
}

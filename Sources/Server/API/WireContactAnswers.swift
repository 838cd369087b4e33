/// `{"contact": {…}}`
struct WireSingleContact: Encodable {
    let contact: WireContact
}

/// What an update is answered with; the first key is spelled as clients know it.
struct WireUpdatedContact: Encodable {
    let succeded = true
    let succeeded = true
    let contact: WireContact
}

struct WireDeletedContact: Encodable {
    let succeded = true
    let succeeded = true
}

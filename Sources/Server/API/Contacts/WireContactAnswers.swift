/// `{"contact": {…}}`
struct WireSingleContact: Encodable {
    let contact: WireContact
}

/// What an upsert is answered with.
struct WireUpsertedContact: Encodable {
    let new: Bool
    let contact: WireContact
    /// The id under which the request is in the log.
    let traceId: String
}

/// What an update is answered with; the first key is spelled as clients know it.
struct WireUpdatedContact: Encodable {
    let succeded = true
    let succeeded = true
    let contact: WireContact
}

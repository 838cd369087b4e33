/// `{"opportunity": {…}}`
struct WireSingleOpportunity: Encodable {
    let opportunity: WireOpportunity
}

/// What an upsert is answered with.
struct WireUpsertedOpportunity: Encodable {
    let opportunity: WireOpportunity
    let new: Bool
}

/// What a deletion or a change of the status is answered with; the first key is spelled as clients of the older version
/// know it.
struct WireOpportunityDone: Encodable {
    let succeded = true
    let succeeded = true
    let success = true
}

import Attribution

/// What the health of tags needs to know of a session.
struct TaggedVisit: Sendable {
    let session: SessionID
    /// The contact who converted in it; nil when nobody did.
    let contact: ContactID?
    let startedAt: Milliseconds
    let landing: Landing
    /// The account's own domains at the time, as they are stored.
    let ownDomains: String
}

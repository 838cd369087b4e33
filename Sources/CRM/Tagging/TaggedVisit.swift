import Attribution

/// What the health of tags needs to know of a session.
struct TaggedVisit: Sendable {
    let session: SessionID
    let contact: ContactID?
    let startedAt: Milliseconds
    let landing: Landing
    /// What the visit was labelled.
    let source: Source
    /// The account's own domains at the time, as they are stored.
    let ownDomains: String

    /// The contact who is lost to the reports: where it came from cannot be told.
    var lostContact: ContactID? { source == .direct || source == .others ? contact : nil }
}

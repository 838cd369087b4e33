import Attribution

/// An attribution as it is kept: the record, whose it is, and what the verdict looked at beside the landing.
public struct StoredAttribution: Sendable {
    public let id: AttributionID
    public let contact: ContactID
    public let record: AttributionRecord
    let ownDomains: [String]
    let landingAt: Milliseconds?

    init(
        id: AttributionID, contact: ContactID, record: AttributionRecord, ownDomains: [String] = [],
        landingAt: Milliseconds? = nil
    ) {
        self.id = id
        self.contact = contact
        self.record = record
        self.ownDomains = ownDomains
        self.landingAt = landingAt
    }

    public var source: Source { record.source }
}

import Attribution

/// How the contact's visitor first came, by the first page it ever opened.
struct WireOriginalTraffic: Encodable {
    let originalChannel: String
    @OrNull var originalCampaign: String?
    @OrNull var originalMedium: String?
    @OrNull var originalSource: String?
    @OrNull var originalTerm: String?
    @OrNull var originalReferrer: String?

    init(_ original: OriginalTraffic) {
        originalChannel = original.channel.label
        originalCampaign = original.campaign
        originalMedium = original.medium
        originalSource = original.source
        originalTerm = original.term
        originalReferrer = original.referrer
    }
}

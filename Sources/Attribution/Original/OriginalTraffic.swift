/// How a contact's visitor first came, by the first page that visitor ever opened.
public struct OriginalTraffic: Sendable, Equatable, Codable {
    public let channel: OriginalChannel
    public let campaign: String?
    public let medium: String?
    public let source: String?
    public let term: String?
    public let referrer: String?

    /// The view as it was written when the contact was created.
    public init(
        channel: OriginalChannel, campaign: String?, medium: String?, source: String?, term: String?, referrer: String?
    ) {
        self.channel = channel
        self.campaign = campaign
        self.medium = medium
        self.source = source
        self.term = term
        self.referrer = referrer
    }

    /// The view of the first page that a visitor ever opened.
    public init(firstLanding: Landing, ownDomains: OwnDomains, catalogue: ReferrerCatalogue = .standard) {
        let arrival = Arrival(firstLanding, ownDomains: ownDomains, catalogue: catalogue)
        func value(_ parameters: Parameter...) -> String? {
            parameters.lazy.compactMap { FieldText.field(arrival.query[$0])?.text }.first
        }
        source = value(.utmSource)
        medium = value(.utmMedium)
        campaign = value(.utmCampaign, .campaign)
        term = value(.utmTerm)
        referrer = arrival.referrer == nil ? nil : FieldText.url(firstLanding.referrer)?.text
        channel = Self.channel(
            medium: medium ?? "",
            source: source,
            kinds: [arrival.site?.kind, source.flatMap(catalogue.site(named:))?.kind].compactMap { $0 },
            hasReferrer: arrival.referrer != nil
        )
    }

    /// First match wins; `kinds` are those of the referring site and of the site that `utm_source` names.
    private static func channel(
        medium: String, source: String?, kinds: [ReferrerKind], hasReferrer: Bool
    ) -> OriginalChannel {
        let isPaid = MediumMeaning.saysPaid(medium)
        if MediumMeaning.saysEmail(medium) { return .emailMarketing }
        if kinds.contains(.search) { return isPaid ? .paidSearch : .organicSearch }
        if kinds.contains(where: \.isSocial) { return isPaid ? .paidSocial : .organicSocial }
        if hasReferrer { return .referral }
        return source == nil ? .directTraffic : .otherCampaign
    }
}

/// Why a landing belongs to an original-traffic channel, in words.
enum OriginalWords {
    /// To follow "because".
    static func reason(
        for channel: OriginalChannel, _ landing: Landing, _ ownDomains: OwnDomains, _ catalogue: ReferrerCatalogue
    ) -> String {
        let arrival = Arrival(landing, ownDomains: ownDomains, catalogue: catalogue)
        let medium = "utm_medium \(quoted(.utmMedium, arrival))"
        switch channel {
        case .emailMarketing: return "\(medium) speaks of e-mail"
        case .paidSearch: return "\(namer(arrival, \.isSearch)) is a search engine, and \(medium) says paid"
        case .organicSearch: return "\(namer(arrival, \.isSearch)) is a search engine, and utm_medium does not say paid"
        case .paidSocial: return "\(namer(arrival, \.isSocial)) is a social or video site, and \(medium) says paid"
        case .organicSocial:
            return "\(namer(arrival, \.isSocial)) is a social or video site, and utm_medium does not say paid"
        case .referral: return "the visitor came from \(arrival.referrer?.name ?? "another website")"
        case .otherCampaign:
            return "utm_source \(quoted(.utmSource, arrival)) names no known site, and there was no referring site"
        case .directTraffic: return "there was neither a referring site nor a utm_source"
        }
    }

    /// Who is the site: the one that referred, or the one that the tag names.
    private static func namer(_ arrival: Arrival, _ isMeant: (ReferrerKind) -> Bool) -> String {
        if let site = arrival.site, isMeant(site.kind) { return "the referring site \(site.name)" }
        return "the site that utm_source \(quoted(.utmSource, arrival)) names"
    }

    private static func quoted(_ parameter: Parameter, _ arrival: Arrival) -> String {
        arrival.query[parameter].map { "“\(FieldText.shortened($0).prefix(scalars: 80))”" } ?? ""
    }
}

extension ReferrerKind {
    fileprivate var isSearch: Bool { self == .search }
}

extension AttributionField {
    /// The URL parameters that fill the field: the first that has a value does.
    var parameters: [Parameter] {
        switch self {
        case .campaign, .utmCampaign: [.utmCampaign, .campaign]
        case .campaignID: [.campaignID, .utmID, .gadCampaignID]
        case .adGroupID: [.adGroupID]
        case .adID: [.adID]
        case .adName: [.adName]
        case .utmSource: [.utmSource]
        case .utmMedium: [.utmMedium]
        case .utmContent: [.utmContent]
        case .utmTerm: [.utmTerm]
        case .utmKeyword: [.utmKeyword, .keyword]
        case .utmMatchtype: [.utmMatchtype]
        case .gclid: [.gclid]
        case .gbraid: [.gbraid]
        case .wbraid: [.wbraid]
        case .msclkid: [.msclkid]
        case .dclid: [.dclid]
        case .fbclid: [.fbclid]
        case .ttclid: [.ttclid]
        case .ctwaClid: [.ctwaClid]
        default: []
        }
    }

    /// Whether the field holds a URL, which is kept longer than other texts and without its secrets.
    var isURL: Bool { self == .url || self == .pageURL || self == .referrer }
}

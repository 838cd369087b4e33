/// A URL parameter that attribution knows by name.
public enum Parameter: UInt8, CaseIterable, Sendable {
    case utmSource, utmMedium, utmCampaign, utmContent, utmTerm, utmKeyword, utmMatchtype, utmID
    case campaign, campaignID, gadCampaignID, adGroupID, adID, adName, keyword
    case gclid, gbraid, wbraid, msclkid, dclid, fbclid, ttclid, ctwaClid
    case yclid, twclid, liFatID, rdtCid, sccid, epik, igshid, igsh
    case source

    /// The key as it stands in a URL.
    public var key: String { name.description }

    var name: StaticString {
        switch self {
        case .utmSource: "utm_source"
        case .utmMedium: "utm_medium"
        case .utmCampaign: "utm_campaign"
        case .utmContent: "utm_content"
        case .utmTerm: "utm_term"
        case .utmKeyword: "utm_keyword"
        case .utmMatchtype: "utm_matchtype"
        case .utmID: "utm_id"
        case .campaign: "campaign"
        case .campaignID: "campaign_id"
        case .gadCampaignID: "gad_campaignid"
        case .adGroupID: "ad_group_id"
        case .adID: "ad_id"
        case .adName: "ad_name"
        case .keyword: "keyword"
        case .gclid: "gclid"
        case .gbraid: "gbraid"
        case .wbraid: "wbraid"
        case .msclkid: "msclkid"
        case .dclid: "dclid"
        case .fbclid: "fbclid"
        case .ttclid: "ttclid"
        case .ctwaClid: "ctwa_clid"
        case .yclid: "yclid"
        case .twclid: "twclid"
        case .liFatID: "li_fat_id"
        case .rdtCid: "rdt_cid"
        case .sccid: "sccid"
        case .epik: "epik"
        case .igshid: "igshid"
        case .igsh: "igsh"
        case .source: "source"
        }
    }

    /// The platform whose links carry this click ID; nil for what the rules do not ask for.
    var platform: String? {
        switch self {
        case .gclid, .gbraid, .wbraid: "Google"
        case .msclkid: "Microsoft"
        case .yclid: "Yandex"
        case .ctwaClid: "WhatsApp"
        case .ttclid: "TikTok"
        case .twclid: "X"
        case .liFatID: "LinkedIn"
        case .rdtCid: "Reddit"
        case .sccid: "Snapchat"
        case .epik: "Pinterest"
        case .fbclid: "Facebook"
        case .igshid, .igsh: "Instagram"
        default: nil
        }
    }

    /// The five tags whose presence makes a landing "tagged" (Rule 8).
    static let tags: [Parameter] = [.utmSource, .utmMedium, .utmCampaign, .utmContent, .utmTerm]

    /// The click IDs of search ads (Rule 2).
    static let searchAds: [Parameter] = [.gclid, .gbraid, .wbraid, .msclkid]

    /// Those of the extended rules.
    static let extendedSearchAds: [Parameter] = searchAds + [.yclid]

    /// The click IDs that social ads alone carry (Rule 4). `fbclid` is none: organic Facebook clicks carry it too.
    static let socialAds: [Parameter] = [.ctwaClid]

    /// Those of the extended rules.
    static let extendedSocialAds: [Parameter] = socialAds + [.ttclid, .twclid, .liFatID, .rdtCid, .sccid, .epik]
}

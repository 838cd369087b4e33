/// A part of an attribution, or of a visit's landing, that a report groups by or filters on.
public enum ReportDimension: String, CaseIterable, Sendable, Codable {
    case sessionSource
    /// What an account's own rules call it beside the source.
    case subLabel
    /// What fired: `form`, `calendar`, `trigger_link`, …
    case medium
    /// The name of the form that fired.
    case form
    case utmSource, utmMedium, utmCampaign, utmContent, utmTerm, utmKeyword, utmMatchtype
    case campaignID = "campaignId"
    case adGroupID = "adGroupId"
    case adID = "adId"
    case adName
    /// Host and path of the landing, without its query: `example.com/botox`.
    case landingPage
    case landingHost
    /// Of Organic Search the engine.
    case referrerHost
    /// `present` where the landing had one, else empty: a click ID itself is another one for every click.
    case gclid, gbraid, wbraid, msclkid, dclid, fbclid, ttclid

    /// Whether a visit knows it too.
    public var isOfVisits: Bool { self != .medium && self != .form }

    /// What people read above a column.
    public var label: String {
        switch self {
        case .sessionSource: "Session Source"
        case .subLabel: "Sub-label"
        case .medium: "Medium"
        case .form: "Form"
        case .utmSource: "UTM Source"
        case .utmMedium: "UTM Medium"
        case .utmCampaign: "UTM Campaign"
        case .utmContent: "UTM Content"
        case .utmTerm: "UTM Term"
        case .utmKeyword: "UTM Keyword"
        case .utmMatchtype: "UTM Match Type"
        case .campaignID: "Campaign ID"
        case .adGroupID: "Ad Group ID"
        case .adID: "Ad ID"
        case .adName: "Ad Name"
        case .landingPage: "Landing Page"
        case .landingHost: "Landing Host"
        case .referrerHost: "Referring Site"
        case .gclid, .gbraid, .wbraid, .msclkid, .dclid, .fbclid, .ttclid: rawValue
        }
    }
}

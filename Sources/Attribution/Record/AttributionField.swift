/// A field of an attribution record, in the order in which the console shows them.
///
/// The raw value is the name in the API.
public enum AttributionField: String, CaseIterable, Sendable, Codable {
    case sessionSource, url
    case pageURL = "pageUrl"
    case referrer, campaign
    case campaignID = "campaignId"
    case medium
    case mediumID = "mediumId"
    case formName
    case submissionID = "submissionId"
    case utmSource, utmMedium, utmContent, utmTerm, utmEventSource, gclid, fbclid, msclkid, dclid, fbc, fbp
    case fbEventID = "fbEventId"
    case gaClientID = "gaClientId"
    case device, userAgent, ip
    case visitorID = "visitorId"
    case igSid
    // Beyond those that the console lists by name.
    case utmCampaign, utmKeyword, utmMatchtype
    case adGroupID = "adGroupId"
    case adID = "adId"
    case adName, gbraid, wbraid, ttclid, ctwaClid
    case gaSessionID = "gaSessionId"
    case pSid
    case postID = "postId"
    case createdAt

    public var apiName: String { rawValue }

    /// Whether the value follows from other facts of the record and is never stored itself.
    public var isDerived: Bool { self == .sessionSource || self == .createdAt || self == .device }

    /// The name of the column in SQL: the API's name in snake case.
    public var columnName: String {
        rawValue.reduce(into: "") { name, letter in
            name += letter.isUppercase ? "_\(letter.lowercased())" : String(letter)
        }
    }

    /// What people read in the console and in the header of a CSV file.
    public var label: String {
        switch self {
        case .sessionSource: "Source"
        case .url: "Session URL"
        case .pageURL: "Page URL"
        case .referrer: "Referrer"
        case .campaign: "Campaign"
        case .campaignID: "Campaign ID"
        case .medium: "Medium"
        case .mediumID: "Medium ID"
        case .formName: "Form Name"
        case .submissionID: "Submission ID"
        case .utmSource: "UTM Source"
        case .utmMedium: "UTM Medium"
        case .utmContent: "UTM Content"
        case .utmTerm: "UTM Term"
        case .utmEventSource: "UTM Event Source"
        case .fbc: "Fbc"
        case .fbp: "Fbp"
        case .fbEventID: "FB Event ID"
        case .gaClientID: "GA Client ID"
        case .device: "Device"
        case .userAgent: "User Agent"
        case .ip: "IP"
        case .visitorID: "Visitor ID"
        case .igSid: "Ig Sid"
        case .utmCampaign: "UTM Campaign"
        case .utmKeyword: "UTM Keyword"
        case .utmMatchtype: "UTM Match Type"
        case .adGroupID: "Ad Group ID"
        case .adID: "Ad ID"
        case .adName: "Ad Name"
        case .gaSessionID: "GA Session ID"
        case .pSid: "P Sid"
        case .postID: "Post ID"
        case .createdAt: "Created At"
        case .ctwaClid: "ctwa_clid"
        case .gclid, .fbclid, .msclkid, .dclid, .gbraid, .wbraid, .ttclid: rawValue
        }
    }
}

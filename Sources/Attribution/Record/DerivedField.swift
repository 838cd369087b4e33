/// A custom field that is read from a contact's First or Latest attribution instead of being copied.
public enum DerivedField: String, CaseIterable, Sendable {
    case firstSessionSource = "contact.first_attribution_session_source"
    case lastSessionSource = "contact.last_attribution_session_source"
    case utmSource = "contact.utm_source"
    case utmCampaign = "contact.utm_campaign"
    case utmContent = "contact.utm_content"
    case sourceURL = "contact.attribution__source_url"
    case gclid = "contact.attribution__gclid"
    case fbclid = "contact.attribution__fbclid"

    public var key: String { rawValue }

    public var label: String {
        switch self {
        case .firstSessionSource: "First Attribution Session Source"
        case .lastSessionSource: "Last Attribution Session Source"
        case .utmSource: "UTM Source"
        case .utmCampaign: "UTM Campaign"
        case .utmContent: "UTM Content"
        case .sourceURL: "Attribution - Source URL"
        case .gclid: "Attribution - GCLID"
        case .fbclid: "Attribution - FBCLID"
        }
    }

    /// Which of a contact's two attributions it reads.
    public var position: AttributionPosition { self == .firstSessionSource ? .first : .latest }

    public var field: AttributionField {
        switch self {
        case .firstSessionSource, .lastSessionSource: .sessionSource
        case .utmSource: .utmSource
        case .utmCampaign: .utmCampaign
        case .utmContent: .utmContent
        case .sourceURL: .url
        case .gclid: .gclid
        case .fbclid: .fbclid
        }
    }
}

/// One of the ten answers to "where did this lead come from?".
///
/// The raw value is the key under which a source is stored.
public enum Source: String, CaseIterable, Sendable, Codable {
    case paidSearch = "paid_search"
    case paidSocial = "paid_social"
    case organicSearch = "organic_search"
    case socialMedia = "social_media"
    case referral
    case direct
    case others
    case crmUI = "crm_ui"
    case crmWorkflows = "crm_workflows"
    case thirdParty = "third_party"

    /// Whether the source is an ad.
    var isPaid: Bool { self == .paidSearch || self == .paidSocial }

    /// What people read: the console, CSV, custom fields and merge fields.
    public var label: String {
        switch self {
        case .paidSearch: "Paid Search"
        case .paidSocial: "Paid Social"
        case .organicSearch: "Organic Search"
        case .socialMedia: "Social Media"
        case .referral: "Referrals"
        case .direct: "Direct Traffic"
        case .others: "Others"
        case .crmUI: "CRM UI"
        case .crmWorkflows: "CRM Workflows"
        case .thirdParty: "Third-Party"
        }
    }

    /// What `sessionSource` says in the HighLevel-shaped API, whose spelling differs in four places.
    public var apiLabel: String {
        switch self {
        case .socialMedia: "Social media"
        case .referral: "Referral"
        case .direct: "Direct traffic"
        case .thirdParty: "Third Party"
        default: label
        }
    }
}

/// The channel of the first page a visitor ever opened: a second view, independent of the ten sources.
public enum OriginalChannel: String, CaseIterable, Sendable, Codable {
    case emailMarketing = "Email Marketing"
    case paidSearch = "Paid Search"
    case organicSearch = "Organic Search"
    case paidSocial = "Paid Social"
    case organicSocial = "Organic Social"
    case referral = "Referral"
    case otherCampaign = "Other Campaign"
    case directTraffic = "Direct Traffic"

    public var label: String { rawValue }
}

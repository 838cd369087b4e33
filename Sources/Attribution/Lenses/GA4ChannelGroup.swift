/// One of the default channel groups of Google Analytics 4.
///
/// From Google's help page "[GA4] Default channel group" (support.google.com/analytics/answer/9756891), its table for
/// manually tagged traffic, in the state of June 2026: with Paid Other, Mobile Push Notifications and the AI Assistant
/// channel that was added on 13 May 2026 (support.google.com/analytics/answer/9164320). Google evaluates them in the
/// order of `GA4ChannelRule.ordered`, in any case of letters, and the first that applies wins.
public enum GA4ChannelGroup: String, CaseIterable, Sendable, Codable {
    case direct = "Direct"
    case crossNetwork = "Cross-network"
    case paidShopping = "Paid Shopping"
    case paidSearch = "Paid Search"
    case paidSocial = "Paid Social"
    case paidVideo = "Paid Video"
    case display = "Display"
    case paidOther = "Paid Other"
    case organicShopping = "Organic Shopping"
    case organicSocial = "Organic Social"
    case organicVideo = "Organic Video"
    case organicSearch = "Organic Search"
    case aiAssistant = "AI Assistant"
    case referral = "Referral"
    case email = "Email"
    case affiliates = "Affiliates"
    case audio = "Audio"
    case sms = "SMS"
    case mobilePush = "Mobile Push Notifications"
    case unassigned = "Unassigned"

    public var label: String { rawValue }
}

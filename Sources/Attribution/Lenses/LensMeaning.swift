/// What a label stands for, whatever a lens calls it: two lenses agree when they mean the same.
///
/// "Referrals" and "Referral" are one. Video sites are social sites to Headwater and to the original channels, so GA4's two
/// video channels are its social ones here. What is left over when no rule applies has three names.
enum LensMeaning: Hashable {
    case paidSearch, paidSocial, organicSearch, organicSocial, referral, direct, email, leftOver
    /// A label that no other lens has a word for.
    case own(LensLabel)

    init(_ source: Source) {
        switch source {
        case .paidSearch: self = .paidSearch
        case .paidSocial: self = .paidSocial
        case .organicSearch: self = .organicSearch
        case .socialMedia: self = .organicSocial
        case .referral: self = .referral
        case .direct: self = .direct
        case .others: self = .leftOver
        case .crmUI, .crmWorkflows, .thirdParty: self = .own(.source(source))
        }
    }

    init(_ group: GA4ChannelGroup) {
        switch group {
        case .paidSearch: self = .paidSearch
        case .paidSocial, .paidVideo: self = .paidSocial
        case .organicSearch: self = .organicSearch
        case .organicSocial, .organicVideo: self = .organicSocial
        case .referral: self = .referral
        case .direct: self = .direct
        case .email: self = .email
        case .unassigned: self = .leftOver
        case .crossNetwork, .paidShopping, .display, .paidOther, .organicShopping, .aiAssistant, .affiliates, .audio,
            .sms, .mobilePush:
            self = .own(.ga4(group))
        }
    }

    init(_ channel: OriginalChannel) {
        switch channel {
        case .paidSearch: self = .paidSearch
        case .paidSocial: self = .paidSocial
        case .organicSearch: self = .organicSearch
        case .organicSocial: self = .organicSocial
        case .referral: self = .referral
        case .directTraffic: self = .direct
        case .emailMarketing: self = .email
        case .otherCampaign: self = .leftOver
        }
    }
}

extension GA4ChannelRule {
    /// The definitions, top to bottom; the first that applies wins. See `GA4ChannelGroup` for where they come from.
    static let ordered: [GA4ChannelRule] = [
        GA4ChannelRule(.direct, "nothing is known of the source") {
            $0.source == "(direct)" && ["(none)", GA4Traffic.notSet].contains($0.medium)
        },
        GA4ChannelRule(.crossNetwork, "the campaign's name holds “cross-network”") {
            $0.campaign.contains("cross-network")
        },
        GA4ChannelRule(.paidShopping, "the medium is paid, and the source is a shop or the campaign is named so") {
            ($0.kind == .shopping || GA4Words.namesShop($0.campaign)) && GA4Words.saysPaid($0.medium)
        },
        GA4ChannelRule(.paidSearch, "the source is a search engine, and the medium is paid") {
            $0.kind == .search && GA4Words.saysPaid($0.medium)
        },
        GA4ChannelRule(.paidSocial, "the source is a social site, and the medium is paid") {
            $0.kind == .social && GA4Words.saysPaid($0.medium)
        },
        GA4ChannelRule(.paidVideo, "the source is a video site, and the medium is paid") {
            $0.kind == .video && GA4Words.saysPaid($0.medium)
        },
        GA4ChannelRule(.display, "the medium is one of display ads") {
            ["display", "banner", "expandable", "interstitial", "cpm"].contains($0.medium)
        },
        GA4ChannelRule(.paidOther, "the medium is paid, and the source is on no list") { GA4Words.saysPaid($0.medium) },
        GA4ChannelRule(.organicShopping, "the source is a shop, or the campaign is named so") {
            $0.kind == .shopping || GA4Words.namesShop($0.campaign)
        },
        GA4ChannelRule(.organicSocial, "the source is a social site, or the medium says social") {
            $0.kind == .social || GA4Words.social.contains($0.medium)
        },
        GA4ChannelRule(.organicVideo, "the source is a video site, or the medium says video") {
            $0.kind == .video || $0.medium.contains("video")
        },
        GA4ChannelRule(.organicSearch, "the source is a search engine, or the medium is organic") {
            $0.kind == .search || $0.medium == "organic"
        },
        GA4ChannelRule(.aiAssistant, "the source is an AI assistant that Google recognises") {
            $0.medium == "ai-assistant"
        },
        GA4ChannelRule(.referral, "the medium is a referral") { ["referral", "app", "link"].contains($0.medium) },
        GA4ChannelRule(.email, "the source or the medium says e-mail") {
            GA4Words.email.contains($0.source) || GA4Words.email.contains($0.medium)
        },
        GA4ChannelRule(.affiliates, "the medium is affiliate") { $0.medium == "affiliate" },
        GA4ChannelRule(.audio, "the medium is audio") { $0.medium == "audio" },
        GA4ChannelRule(.sms, "the source or the medium is sms") { $0.source == "sms" || $0.medium == "sms" },
        GA4ChannelRule(.mobilePush, "the medium is one of push notifications") {
            $0.medium.hasSuffix("push") || $0.medium.contains("mobile") || $0.medium.contains("notification")
                || $0.source == "firebase"
        },
    ]
}

/// What is pasted into an ad platform once, so that every ad of the account tags its links by itself.
///
/// The platform fills what stands in braces. What each tag then means, the ads reports know.
public enum AdTemplate {
    public static func text(_ platform: AdPlatform) -> String {
        switch platform {
        case .google:
            "utm_source=adwords&utm_medium={adname}&utm_campaign={campaignname}&utm_content={adgroupname}"
                + "&utm_keyword={keyword}&utm_matchtype={matchtype}&campaign_id={campaignid}&ad_group_id={adgroupid}"
                + "&ad_id={creative}"
        case .facebook:
            "utm_source=fb_ad&utm_medium={{adset.name}}&utm_campaign={{campaign.name}}&utm_content={{ad.name}}"
                + "&campaign_id={{campaign.id}}"
        }
    }
}

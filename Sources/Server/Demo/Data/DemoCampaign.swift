/// An ad campaign of the sample business, and the landing of a click on it.
struct DemoCampaign: Sendable {
    let name: String
    let id: String
    /// Of Google the ad group, of Meta the ad set.
    let group: String
    let groupID: String
    let ad: String
    let adID: String
    /// With its match type; empty of Meta.
    var keywords: [(text: String, match: String)] = []
    let page: DemoPage
    /// How many of the clicks come from it.
    let weight: Int

    static let google = [
        DemoCampaign(
            name: "Wrinkle Relaxers | Fairhaven", id: "21408833117", group: "Frown lines", groupID: "163320114578",
            ad: "Softer lines same face", adID: "702911845530",
            keywords: [("wrinkle relaxer near me", "p"), ("botox fairhaven", "e"), ("frown line treatment", "b")],
            page: .firstVisit, weight: 34),
        DemoCampaign(
            name: "Laser Hair Removal | Fairhaven", id: "21408833245", group: "Laser all skin tones",
            groupID: "163320118203", ad: "Laser for every skin tone", adID: "702911846017",
            keywords: [("laser hair removal fairhaven", "e"), ("laser hair removal cost", "p")],
            page: .laserHairRemoval, weight: 26),
        DemoCampaign(
            name: "Brand", id: "20775410982", group: "Juniper and Vale", groupID: "158004410036",
            ad: "The original since 2015", adID: "689905512247", keywords: [("juniper and vale", "e")], page: .home,
            weight: 16),
        DemoCampaign(
            name: "Microneedling | Scars", id: "21730092668", group: "Acne scars", groupID: "165812200917",
            ad: "Patience repays it", adID: "711206634405",
            keywords: [("microneedling acne scars", "p"), ("microneedling near me", "p")], page: .microneedling,
            weight: 14),
        DemoCampaign(
            name: "Winter Glow | PMax", id: "22001547730", group: "Asset group 1", groupID: "", ad: "", adID: "",
            page: .winterGlow, weight: 10),
    ]

    static let meta = [
        DemoCampaign(
            name: "Winter Glow", id: "120214407731880456", group: "Women 28-45 Fairhaven", groupID: "",
            ad: "Story - Tomas", adID: "", page: .winterGlow, weight: 46),
        DemoCampaign(
            name: "First Visit $50", id: "120213980055210456", group: "Lookalike guests 1pct", groupID: "",
            ad: "Reel - Lena explains", adID: "", page: .firstVisit, weight: 34),
        DemoCampaign(
            name: "Laser before summer", id: "120215661200490456", group: "Interest fitness", groupID: "",
            ad: "Carousel - skin tones", adID: "", page: .laserHairRemoval, weight: 20),
    ]

    /// A click on a Google ad that carries the Google template.
    static func googleClick(_ random: inout DemoRandom) -> DemoLanding {
        guard let campaign = random.pick(google, weight: \.weight) else { return DemoLanding(page: .home) }
        let keyword = random.pick(campaign.keywords) ?? ("", "")
        // Campaigns that Google steers by itself have no keywords, and are often counted by braid instead of by click.
        let click =
            if campaign.keywords.isEmpty {
                "gbraid=" + random.clickID("0AAAAA", length: 24)
            } else {
                "gclid=" + random.clickID("EAIaIQobChMI", length: 34)
            }
        let tags = DemoLanding.query([
            "utm_source": "adwords", "utm_medium": campaign.ad, "utm_campaign": campaign.name,
            "utm_content": campaign.group, "utm_keyword": keyword.text, "utm_matchtype": keyword.match,
            "campaign_id": campaign.id, "ad_group_id": campaign.groupID, "ad_id": campaign.adID,
        ])
        return DemoLanding(page: campaign.page, query: "\(tags)&\(click)", referrer: "https://www.google.com/")
    }

    /// A click on a Meta ad that carries the Meta template; apps often send no referrer.
    static func metaClick(_ random: inout DemoRandom) -> DemoLanding {
        guard let campaign = random.pick(meta, weight: \.weight) else { return DemoLanding(page: .home) }
        let tags = DemoLanding.query([
            "utm_source": "fb_ad", "utm_medium": campaign.group, "utm_campaign": campaign.name,
            "utm_content": campaign.ad, "campaign_id": campaign.id, "fbclid": random.clickID("IwAR", length: 40),
        ])
        let referrers: [String?] = [
            "https://l.facebook.com/", "https://l.instagram.com/", "https://m.facebook.com/", nil,
        ]
        return DemoLanding(page: campaign.page, query: tags, referrer: random.pick(referrers) ?? nil)
    }
}

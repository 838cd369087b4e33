/// A way in which sample visitors come, how often they do, and how often they leave a form.
struct DemoChannel: Sendable {
    /// Of all visits together about 100.
    let weight: Int
    /// Out of a hundred visits.
    let conversions: Int
    let isMostlyMobile: Bool
    let land: @Sendable (inout DemoRandom) -> DemoLanding

    init(
        _ weight: Int, conversions: Int, mobile: Bool = false,
        land: @escaping @Sendable (inout DemoRandom) -> DemoLanding
    ) {
        self.weight = weight
        self.conversions = conversions
        isMostlyMobile = mobile
        self.land = land
    }

    /// Typed and bookmarked addresses.
    static let direct = DemoChannel(11, conversions: 13) { random in
        DemoLanding(page: random.chance(80) ? .home : .contact)
    }

    static let all = paid + search + social + websites + tagged + [direct]

    private static let paid = [
        DemoChannel(21, conversions: 24, land: DemoCampaign.googleClick),
        DemoChannel(14, conversions: 16, mobile: true, land: DemoCampaign.metaClick),
        DemoChannel(3, conversions: 20) { random in
            DemoLanding(
                page: .laserHairRemoval,
                query: DemoLanding.query([
                    "utm_source": "bing", "utm_medium": "cpc", "utm_campaign": "Laser Hair Removal",
                    "msclkid": random.clickID("", length: 32).lowercased(),
                ]), referrer: "https://www.bing.com/")
        },
    ]

    private static let search = [
        DemoChannel(17, conversions: 17) { random in
            let pages = DemoPage.treatments + [.home, .home, .home, .journal, .providers]
            return DemoLanding(page: random.pick(pages) ?? .home, referrer: "https://www.google.com/")
        },
        DemoChannel(3, conversions: 15) { random in
            DemoLanding(page: random.pick(DemoPage.treatments) ?? .home, referrer: "https://www.bing.com/")
        },
        DemoChannel(2, conversions: 15) { _ in DemoLanding(page: .home, referrer: "https://duckduckgo.com/") },
        DemoChannel(1, conversions: 10) { _ in DemoLanding(page: .home, referrer: "https://search.yahoo.com/") },
    ]

    private static let social = [
        DemoChannel(8, conversions: 12, mobile: true) { random in
            DemoLanding(page: random.chance(60) ? .home : .winterGlow, referrer: "https://l.instagram.com/")
        },
        DemoChannel(2, conversions: 10, mobile: true) { random in
            DemoLanding(
                page: .journal, query: "fbclid=" + random.clickID("IwAR", length: 40),
                referrer: "https://m.facebook.com/")
        },
        DemoChannel(2, conversions: 9, mobile: true) { _ in
            DemoLanding(page: .microneedling, referrer: "https://www.tiktok.com/")
        },
        DemoChannel(1, conversions: 12) { _ in DemoLanding(page: .journal, referrer: "https://www.youtube.com/") },
    ]

    private static let websites = [
        DemoChannel(5, conversions: 24) { random in
            let partners = [
                "https://fairhavenbridal.example/beauty", "https://www.aldercafe.example/neighbours",
                "https://brookhollowyoga.example/partners",
            ]
            return DemoLanding(page: random.chance(50) ? .facials : .home, referrer: random.pick(partners))
        },
        DemoChannel(2, conversions: 20) { _ in DemoLanding(page: .home, referrer: "https://www.yelp.com/") },
        DemoChannel(3, conversions: 22) { random in
            DemoLanding(
                page: random.chance(50) ? .providers : .microneedling, query: "utm_source=chatgpt.com",
                referrer: "https://chatgpt.com/")
        },
        DemoChannel(1, conversions: 20) { _ in DemoLanding(page: .providers, referrer: "https://www.perplexity.ai/") },
    ]

    private static let tagged = [
        DemoChannel(4, conversions: 22, mobile: true) { _ in
            DemoLanding(page: .winterGlow, query: "utm_source=sms&utm_medium=text&utm_campaign=winter-reminder")
        },
        DemoChannel(3, conversions: 16) { _ in
            DemoLanding(page: .journal, query: "utm_source=newsletter&utm_medium=email&utm_campaign=monthly-letter")
        },
        // An ad whose template says utm_souce: the rules see a search result, the console says what was meant.
        DemoChannel(1, conversions: 40) { _ in
            DemoLanding(
                page: .firstVisit, query: "utm_souce=adwords&utm_content=Frown+lines",
                referrer: "https://www.google.com/")
        },
        // A template that was pasted where the ad platform does not fill it in.
        DemoChannel(1, conversions: 40) { random in
            DemoLanding(
                page: .wrinkleRelaxers,
                query: "utm_source=adwords&utm_medium=%7Badname%7D&utm_campaign=%7Bcampaignname%7D&gclid="
                    + random.clickID("Cj0KCQ", length: 40), referrer: "https://www.google.com/")
        },
        // Ads that are tagged by hand: "facebook" and "paid" match no rule of the classic set.
        DemoChannel(2, conversions: 25, mobile: true) { random in
            DemoLanding(
                page: .winterGlow, query: "utm_source=facebook&utm_medium=paid&utm_campaign=glow-boosted-post",
                referrer: random.chance(50) ? "https://l.facebook.com/" : nil)
        },
    ]
}

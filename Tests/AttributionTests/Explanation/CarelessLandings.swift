@testable import Attribution

/// Landings as careless people tag them, drawn by a seed.
struct CarelessLandings {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func next() -> Landing {
        let pairs = (0..<Int.random(in: 0...5, using: &random)).map { _ in "\(one(Self.keys))=\(one(Self.values))" }
        let mark = pairs.isEmpty ? "" : one(["?", "?", "?", "#/?"])
        return Landing(
            url: "https://www.clinic.example/" + one(["", "a/b", "flyer"]) + mark + pairs.joined(separator: "&")
                + one(["", "", "#top"]),
            referrer: one(Self.referrers), userAgent: one(Self.userAgents))
    }

    private mutating func one<Element>(_ list: [Element]) -> Element {
        list[Int.random(in: list.indices, using: &random)]
    }

    private static let keys = [
        "utm_source", "utm_souce", "UTM_SOURCE", "utm_source", "utm_medium", "utm_meduim", "utm_campaign", "gclid",
        "GCLID", "msclkid", "fbclid", "ttclid", "twclid", "ctwa_clid", "amp;utm_source", "page", "",
    ]
    private static let values = [
        "", "AdWords", "adwords", "fb_ad", "facebook", "google", "bing", "instagram", "sms", "cpc", "paid_social",
        "organic", "email", "{campaignname}", "{{site_source_name}}", "podcast", "podcasts", "%zz", "a+b", "googleads",
    ]
    private static let referrers = [
        nil, nil, "", "https://www.google.com/", "https://l.facebook.com/", "https://www.bing.com/",
        "https://blog.example.org/", "https://book.shop.example/", "android-app://com.linkedin.android/", "about:blank",
    ]
    private static let userAgents = [nil, nil, "Mozilla/5.0", "Mozilla/5.0 [FBAN/FBIOS;FBAV/450.0]", "Instagram 300"]
}

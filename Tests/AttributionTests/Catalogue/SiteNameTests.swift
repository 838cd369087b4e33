import Testing

@testable import Attribution

@Suite("The site that a utm_source names")
struct SiteNameTests {
    @Test(
        "is named by its name, a host of it, or a usual short form, in any case",
        arguments: [
            ("facebook", "Facebook"), ("Facebook", "Facebook"), (" FACEBOOK ", "Facebook"), ("fb", "Facebook"),
            ("meta", "Facebook"), ("facebook.com", "Facebook"), ("m.facebook.com", "Facebook"), ("ig", "Instagram"),
            ("insta", "Instagram"), ("IG", "Instagram"), ("twitter", "X"), ("x", "X"), ("t.co", "X"), ("yt", "YouTube"),
            ("tt", "TikTok"), ("li", "LinkedIn"), ("linkedin", "LinkedIn"), ("google", "Google"), ("adwords", "Google"),
            ("google.co.uk", "Google"), ("bing", "Bing"), ("DuckDuckGo", "DuckDuckGo"), ("yahoo", "Yahoo"),
            ("Hacker News", "Hacker News"), ("VK", "VK"), ("reddit", "Reddit"), ("threads", "Threads"),
        ])
    func names(tag: String, site: String) {
        #expect(ReferrerCatalogue.standard.site(named: tag)?.name == site)
    }

    @Test(
        "is not named by everyday words or by what only contains a name",
        arguments: [
            "", "newsletter", "medium", "line", "mix", "ask", "signal", "orange", "fb_ad", "my facebook",
            "facebook-page",
            "google ads", "googleads", "email", "sms", "meta.example", "Facebook Inc", "free", "ya",
        ])
    func namesNothing(tag: String) {
        #expect(ReferrerCatalogue.standard.site(named: tag) == nil)
    }
}

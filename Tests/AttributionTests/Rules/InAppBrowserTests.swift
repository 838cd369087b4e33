import Testing

@testable import Attribution

@Suite("Browsers inside social apps (rule 5a)")
struct InAppBrowserTests {
    private static let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 "

    private func source(_ userAgent: String) -> Source {
        let landing = Landing(url: "https://clinic.example/", userAgent: userAgent)
        return Classifier(.extended).decide(landing, ownDomains: OwnDomains([])).source
    }

    @Test(
        "are known by what their user agent holds",
        arguments: [
            "[FBAN/FBIOS;FBAV/494.0.0.38.105]", "[FB_IAB/FB4A;FBAV/494.0.0.38.105;]",
            "Instagram 350.0.0.0 (iPhone15,2)",
            "musical_ly_36.4.0 JsSdk/2.0", "BytedanceWebview/d8a21c6", "trill_360400", "[LinkedInApp]/9.29",
            "[Pinterest/iOS]", "Snapchat/13.10.0.41 (like Safari/8618.3.7)", "Twitter for iPhone/10.65",
        ])
    func apps(marker: String) {
        #expect(source(Self.phone + marker) == .socialMedia)
        #expect(source("Mozilla/5.0 (Linux; Android 13; CUBOT P80) " + marker) == .socialMedia)
    }

    @Test(
        "are no crawlers",
        arguments: [
            "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)", "Twitterbot/1.0",
            "Pinterest/0.1 +http://pinterest.com/", "Pinterest/0.2 (+https://www.pinterest.com/bot.html)",
            "Mozilla/5.0 (compatible; Pinterestbot/1.0; +http://www.pinterest.com/bot.html)", "LinkedInBot/1.0",
            "Snapchat/1.0 (SnapchatCrawler)", "Instagram 1.0 facebookexternalhit/1.1",
        ])
    func crawlers(userAgent: String) {
        #expect(source(userAgent) == .direct)
    }

    @Test("say nothing beyond the length that is read")
    func overlong() {
        #expect(source(String(repeating: "x", count: 1_024) + "Instagram") == .direct)
        #expect(source(String(repeating: "I", count: 1_020) + "Inst") == .direct)
    }
}

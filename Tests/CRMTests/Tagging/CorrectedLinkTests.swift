import Attribution
import Testing

@testable import CRM

@Suite struct CorrectedLinkTests {
    private func corrected(_ url: String) -> String? {
        let notes = TaggingFindings.findings(
            on: Landing(url: url), ownDomains: OwnDomains([]), by: Classifier())
        return CorrectedLink(url, by: notes)?.url
    }

    @Test(arguments: [
        ("https://a.example/?utm_souce=adwords&x=1", "https://a.example/?utm_source=adwords&x=1"),
        ("https://a.example/p?x=%41+b&utm%5Fsouce=q%26r#top", "https://a.example/p?x=%41+b&utm_source=q%26r#top"),
        ("https://a.example/?utm_source=AdWords-Brand&a", "https://a.example/?utm_source=adwords-brand&a"),
        ("https://a.example/?utm_source=facebook&fbclid=IwAR1", "https://a.example/?utm_source=fb_ad"),
        ("https://a.example/?fbclid=1&utm_source=Facebook", "https://a.example/?utm_source=fb_ad"),
        ("https://a.example/#/book?utm_souce=x", "https://a.example/#/book?utm_source=x"),
        ("https://a.example/?&&utm_souce=x&&", "https://a.example/?utm_source=x"),
    ])
    func `what is known to be wrong is put right, and nothing else is touched`(url: String, expected: String) {
        #expect(corrected(url) == expected)
    }

    @Test(arguments: [
        "https://a.example/?utm_source=sms", "https://a.example/?ttclid=1", "https://a.example/",
        "https://a.example/?utm_source=adwords", "https://a.example/?utm_source=good&utm_souce=x", "",
    ])
    func `where no change of letters helps, no link is offered`(url: String) {
        #expect(corrected(url) == nil)
    }

    @Test(arguments: [
        ("https://Clinic.Example:8443/Offer?x#y", "clinic.example/Offer"),
        ("https://clinic.example?x", "clinic.example/"),
        ("https://clinic.example/a//b/#f?x", "clinic.example/a//b/"),
        ("not an address?x", "not an address"),
    ])
    func `a landing page is its host and path`(url: String, page: String) {
        #expect(LandingPage.address(of: url) == page)
    }
}

import Testing

@testable import Attribution

/// Where two lenses differ, and why.
@Suite struct LensPairTests {
    struct Differing: Sendable, CustomTestStringConvertible {
        let first: Lens
        let second: Lens
        let query: String
        let referrer: String?
        let userAgent: String?
        let says: String

        init(
            _ first: Lens, _ second: Lens, _ query: String, from referrer: String? = nil, in userAgent: String? = nil,
            says: String
        ) {
            self.first = first
            self.second = second
            self.query = query
            self.referrer = referrer
            self.userAgent = userAgent
            self.says = says
        }

        var landing: Landing {
            Landing(url: "https://clinic.example/\(query)", referrer: referrer, userAgent: userAgent)
        }
        var testDescription: String { "\(first) and \(second): \(query) from \(referrer ?? "nowhere")" }
    }

    private static let google = "https://www.google.com/"

    private static let withGA4 = [
        Differing(.classic, .ga4, "?msclkid=1", says: "Google’s own alone"),
        Differing(.classic, .ga4, "?ctwa_clid=1", says: "takes the click ID of any ad platform"),
        Differing(.classic, .ga4, "?utm_source=fb_ad&utm_campaign=x", says: "reads the ad tag in utm_source"),
        Differing(.classic, .ga4, "?utm_source=adwords_x&utm_medium=Botox", says: "reads the ad tag"),
        Differing(
            .classic, .ga4, "?utm_source=gbp&utm_medium=organic", from: google, says: "every tagged link on Google"),
        Differing(.classic, .ga4, "?gclid=1&utm_campaign=shop", says: "reads the name of the campaign"),
        Differing(.classic, .ga4, "?utm_campaign=cross-network", says: "reads the name of the campaign"),
        Differing(.classic, .ga4, "?dclid=1", says: "click on a display ad"),
        Differing(.classic, .ga4, "", from: "https://chatgpt.com/", says: "AI assistants it recognises"),
        Differing(.classic, .ga4, "", from: "https://www.ebay.com/", says: "channel of its own for shops"),
        Differing(.classic, .ga4, "?utm_source=bing&utm_medium=cpc", says: "classic goes by ad tags and click IDs"),
        Differing(
            .classic, .ga4, "?utm_source=june&utm_medium=email", from: "https://mail.google.com/",
            says: "goes by the tags alone"),
        Differing(.classic, .ga4, "?utm_source=june&utm_medium=email", says: "calls a tagged visit"),
        Differing(.classic, .ga4, "?utm_content=a", says: "counts utm_content and utm_term"),
        Differing(.extended, .ga4, "?utm_source=partner&utm_medium=cpc", says: "known search or social site is named"),
        Differing(
            .extended, .ga4, "?utm_source=fb_ad&utm_medium=cpc", says: "reads the ad tag in utm_source"),
    ]

    private static let withOriginal = [
        Differing(.classic, .original, "?gclid=1", from: google, says: "read no click ID"),
        Differing(.classic, .original, "?utm_source=a&utm_medium=email", says: "no label for e-mail"),
        Differing(.classic, .original, "?utm_source=fb_ad", says: "reads the ad tag in utm_source"),
        Differing(.classic, .original, "?utm_campaign=x", from: google, says: "every tagged link on Google"),
        Differing(
            .classic, .original, "?utm_source=bing&utm_medium=cpc", says: "classic goes by ad tags and click IDs"),
        Differing(.classic, .original, "?utm_source=facebook", says: "let utm_source name the site"),
        Differing(.classic, .original, "?utm_medium=qr", says: "only where utm_source is"),
        Differing(.ga4, .original, "?gclid=1", from: google, says: "google / cpc for GA4"),
        Differing(.ga4, .original, "?utm_source=a&utm_medium=newsletter", says: "anywhere in utm_medium"),
        Differing(.ga4, .original, "?utm_source=a&utm_medium=cpc", says: "paid search and paid social alone"),
        Differing(
            .ga4, .original, "?utm_source=a&utm_medium=qr", from: "https://blog.example.org/",
            says: "goes by the tags alone"),
        Differing(.ga4, .original, "?utm_source=a&utm_medium=affiliate", says: "finds a channel in the medium"),
        Differing(.ga4, .original, "?utm_medium=sms", says: "only where utm_source is"),
        Differing(.ga4, .original, "", from: "https://claude.ai/", says: "AI assistants it recognises"),
    ]

    private static let facebookApp = "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Mobile/15E148 [FBAN/FBIOS;FBAV/500.0]"

    private static let betweenRuleSets = [
        Differing(.classic, .extended, "?yclid=1", says: "more click IDs of search ads"),
        Differing(.classic, .extended, "?ttclid=1", says: "more social platforms"),
        Differing(.classic, .extended, "?utm_source=tiktok_ad", says: "more social platforms"),
        Differing(.classic, .extended, "?utm_source=facebook&utm_medium=cpc", says: "takes utm_medium at its word"),
        Differing(.classic, .extended, "", in: facebookApp, says: "sends no referrer"),
        Differing(.classic, .extended, "?utm_source=instagram", says: "lets utm_source name the site"),
        Differing(.classic, .extended, "?utm_source=google&utm_medium=organic", says: "lets utm_source name the site"),
        Differing(.classic, .extended, "?utm_source=AdWords", says: "capital and small letters"),
        Differing(.extended, .ga4, "", in: facebookApp, says: "looks at neither the browser nor fbclid"),
        Differing(.extended, .original, "?ttclid=1", says: "read no click ID"),
    ]

    @Test(arguments: withGA4 + withOriginal + betweenRuleSets)
    func `a difference says its cause, whichever lens comes first`(differing: Differing) throws {
        for (first, second) in [(differing.first, differing.second), (differing.second, differing.first)] {
            let comparison = LensPair(first, second).compare(differing.landing, ownDomains: OwnDomains([]))
            let sentence = try #require(comparison.difference)
            #expect(sentence.contains(differing.says), "\(sentence)")
        }
    }

    @Test func `a pair gives the labels that each lens gives alone, and a cause exactly where they differ`() {
        let sources = ["", "google", "facebook", "fb_ad", "AdWords", "flyer"]
        let media = ["", "cpc", "email", "newsletter", "social", "qr"]
        let referrers = [
            nil, Self.google, "https://www.facebook.com/", "https://chatgpt.com/", "https://blog.example.org/",
        ]
        let clicks = ["", "&gclid=1", "&msclkid=1", "&dclid=1"]
        let own = OwnDomains(["clinic.example"])
        for source in sources {
            for medium in media {
                for referrer in referrers {
                    for click in clicks {
                        let landing = Landing(
                            url: "https://clinic.example/?utm_source=\(source)&utm_medium=\(medium)\(click)",
                            referrer: referrer)
                        Self.check(landing, own)
                    }
                }
            }
        }
    }

    private static func check(_ landing: Landing, _ own: OwnDomains) {
        let labels = Lens.allCases.map { LensReader($0).answer(landing, ownDomains: own).label }
        for (first, firstLabel) in zip(Lens.allCases, labels) {
            for (second, secondLabel) in zip(Lens.allCases, labels) where first.rawValue < second.rawValue {
                let comparison = LensPair(first, second).compare(landing, ownDomains: own)
                let differs = firstLabel.agreement(with: secondLabel) == .different
                guard comparison.first == firstLabel, comparison.second == secondLabel,
                    (comparison.difference != nil) == differs
                else {
                    Issue.record("\(first), \(second): \(landing.url) from \(landing.referrer ?? "nowhere")")
                    return
                }
            }
        }
    }

    @Test func `no visit is no difference`() {
        let comparison = LensPair(.classic, .ga4).compare(withoutVisit: .thirdParty)
        #expect(comparison == LensComparison(first: .source(.thirdParty), second: .noVisit, difference: nil))
    }
}

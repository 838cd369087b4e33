import Testing

@testable import Attribution

/// A difference between two lenses is blamed on what makes it, not on something beside it.
@Suite struct LensCauseTests {
    struct Blamed: Sendable, CustomTestStringConvertible {
        let lenses: (Lens, Lens)
        let query: String
        let referrer: String?
        let says: String

        init(_ first: Lens, _ second: Lens, _ query: String, from referrer: String? = nil, says: String) {
            lenses = (first, second)
            self.query = query
            self.referrer = referrer
            self.says = says
        }

        var testDescription: String { "\(lenses.0) and \(lenses.1): \(query) from \(referrer ?? "nowhere")" }
    }

    private static let google = "https://www.google.com/"
    private static let facebook = "https://www.facebook.com/"
    private static let blog = "https://blog.example.org/"

    /// Two lenses read `utm_medium`, and not always with the same words, nor beside the same site.
    private static let paidMedia = [
        Blamed(.extended, .ga4, "?utm_medium=cpc", from: facebook, says: "GA4 goes by the tags alone"),
        Blamed(.extended, .ga4, "?utm_medium=cpc", from: google, says: "GA4 goes by the tags alone"),
        Blamed(.classic, .ga4, "?utm_medium=cpc", from: google, says: "GA4 goes by the tags alone"),
        Blamed(.classic, .ga4, "?utm_source=x1&utm_medium=banner", from: google, says: "GA4 goes by the tags alone"),
        Blamed(.extended, .ga4, "?utm_medium=qr", from: google, says: "GA4 wants a paid word"),
        Blamed(
            .extended, .ga4, "?utm_source=facebook&utm_medium=display-ad", says: "their words for paid differ"),
        Blamed(
            .extended, .ga4, "?utm_source=facebook&utm_medium=social-paid", from: blog,
            says: "their words for paid differ"),
        Blamed(.extended, .ga4, "?utm_source=facebook&utm_medium=tcp", says: "their words for paid differ"),
        Blamed(.extended, .ga4, "?utm_source=partner&utm_medium=banner", says: "their words for paid differ"),
    ]

    private static let adSigns = [
        Blamed(.classic, .ga4, "?utm_source=my_admin&ctwa_clid=1", says: "takes the click ID of any ad platform"),
        Blamed(.classic, .original, "?utm_source=my_admin&ctwa_clid=1", says: "takes the click ID of an ad platform"),
        Blamed(.extended, .ga4, "?utm_source=FB_AD", says: "reads the ad tag in utm_source"),
        Blamed(.extended, .original, "?utm_source=FB_AD&ctwa_clid=1", says: "reads the ad tag in utm_source"),
        Blamed(.extended, .ga4, "?UTM_SOURCE=x&ttclid=1", says: "takes the click ID of any ad platform"),
    ]

    private static let letters = [
        Blamed(.classic, .extended, "?utm_source=FB_AD", says: "capital and small letters"),
        Blamed(.classic, .extended, "?UTM_SOURCE=fb_ad", says: "capital and small letters"),
        Blamed(.classic, .extended, "?UTM_SOURCE=facebook&UTM_MEDIUM=cpc", says: "capital and small letters"),
        Blamed(.classic, .extended, "?UTM_SOURCE=x1", says: "capital and small letters"),
        Blamed(.classic, .extended, "?UTM_SOURCE=&utm_source=adwords", says: "capital and small letters"),
        Blamed(.classic, .extended, "?UTM_CAMPAIGN=x", from: google, says: "capital and small letters"),
        Blamed(.extended, .ga4, "?UTM_SOURCE=x1", says: "GA4 knows them in small letters alone"),
        Blamed(.extended, .ga4, "?UTM_SOURCE=fb_ad", says: "GA4 knows them in small letters alone"),
        Blamed(.extended, .ga4, "?UTM_SOURCE=x1&dclid=1", says: "GA4 knows them in small letters alone"),
        Blamed(.extended, .ga4, "?utm_source=facebook&UTM_MEDIUM=cpc", says: "GA4 knows them in small letters alone"),
        Blamed(.extended, .original, "?UTM_SOURCE=facebook", says: "Original traffic knows them in small letters"),
        Blamed(.extended, .original, "?UTM_MEDIUM=cpc", from: google, says: "Original traffic knows them in small"),
    ]

    /// Capital letters are there, and make no difference.
    private static let notLetters = [
        Blamed(.classic, .extended, "?utm_source=TIKTOK_AD", says: "more social platforms"),
        Blamed(.classic, .extended, "?UTM_TERM=x&ttclid=1", says: "more social platforms"),
        Blamed(.classic, .extended, "?UTM_SOURCE=x&fbclid=1", says: "sends no referrer"),
        Blamed(.classic, .extended, "?utm_source=facebook&UTM_MEDIUM=cpc", says: "takes utm_medium at its word"),
        Blamed(.classic, .extended, "?UTM_MEDIUM=cpc", from: facebook, says: "takes utm_medium at its word"),
        Blamed(.classic, .extended, "?UTM_SOURCE=instagram", from: blog, says: "lets utm_source name the site"),
        Blamed(.extended, .ga4, "?UTM_SOURCE=x1", from: "https://chatgpt.com/", says: "AI assistants it recognises"),
        Blamed(.extended, .ga4, "?utm_source=fb_ad&UTM_MEDIUM=cpc", says: "reads the ad tag in utm_source"),
        Blamed(.extended, .ga4, "?UTM_SOURCE=google&utm_medium=tcp", says: "their words for paid differ"),
        Blamed(.extended, .original, "?UTM_CAMPAIGN=x", from: google, says: "every tagged link on Google"),
    ]

    @Test(arguments: paidMedia + adSigns + letters + notLetters)
    func `a difference is blamed on what makes it`(blamed: Blamed) throws {
        let landing = Landing(url: "https://clinic.example/\(blamed.query)", referrer: blamed.referrer)
        let (first, second) = blamed.lenses
        for pair in [LensPair(first, second), LensPair(second, first)] {
            let sentence = try #require(pair.compare(landing, ownDomains: OwnDomains([])).difference)
            #expect(sentence.contains(blamed.says), "\(sentence)")
        }
    }
}

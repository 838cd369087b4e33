import Testing

@testable import Attribution

@Suite("How the rules read a landing")
struct ReadingTests {
    @Test(
        "the URL is read as browsers read it",
        arguments: [
            Case("?a=1;gclid=2", .direct, "8"),
            Case("?a=1&amp;gclid=2", .direct, "8"),
            Case("?a=1&&gclid=2", .paidSearch, "2"),
            Case("?&gclid=2", .paidSearch, "2"),
            Case("?a?gclid=2", .direct, "8"),
            Case("?gclid=a=b", .paidSearch, "2"),
            Case("?gcl%69d=1", .paidSearch, "2"),
            Case("?gcl%6=1", .direct, "8"),
            Case("?utm_source=%E0%A4adwords", .paidSearch, "1"),
            Case("?utm_source=%adwords", .others, "9"),
            Case("?utm_source=%zzadwords%", .paidSearch, "1"),
            Case("?gcl\tid=1", .paidSearch, "2"),
            Case("#gclid=1", .direct, "8"),
            Case("#?gclid=1", .paidSearch, "2"),
            Case("#/path?gclid=1", .paidSearch, "2"),
            Case("?#/path?gclid=1", .paidSearch, "2"),
            Case("?&#/path?gclid=1", .paidSearch, "2"),
            Case("?a=1#/path?gclid=1", .direct, "8"),
            Case("?a#/path?gclid=1", .direct, "8"),
            Case("?x=1#?utm_source=adwords", .direct, "8"),
            Case("#/a?b#c?gclid=1", .direct, "8"),
        ])
    func url(_ row: Case) { row.check() }

    @Test(
        "the referring domain is a host, in any spelling of it",
        arguments: [
            Case("", from: "https://WWW.GOOGLE.COM/", .organicSearch, "6"),
            Case("", from: "HTTPS://www.google.com/", .organicSearch, "6"),
            Case("", from: "https://www.google.com:443/", .organicSearch, "6"),
            Case("", from: "https://www.google.com./", .organicSearch, "6"),
            Case("", from: "https://www.google.com?q=x", .organicSearch, "6"),
            Case("", from: "https://www.google.com#top", .organicSearch, "6"),
            Case("", from: "https://user:word@www.google.com/", .organicSearch, "6"),
            Case("", from: "https://www.google.com@evil.example/", .referral, "7"),
            Case("", from: "https://evil.example/@www.google.com", .referral, "7"),
            Case("", from: "https://evil.example\\@www.google.com/", .referral, "7"),
            Case("", from: "https:\\\\www.google.com\\", .organicSearch, "6"),
            Case("", from: " https://www.google.com/ ", .organicSearch, "6"),
            Case("", from: "https://www.goo\ngle.com/", .organicSearch, "6"),
            Case("", from: "https://%77ww.google.com/", .organicSearch, "6"),
            Case("", from: "https://www.google.com:port/", .direct, "8"),
            Case("", from: "https://ｗｗｗ．ｇｏｏｇｌｅ．ｃｏｍ/", .organicSearch, "6"),
            Case("", from: "https://notgoogle.com/", .referral, "7"),
            Case("", from: "https://com.google/", .referral, "7"),
            Case(
                "", from: "android-app://com.google.android.googlequicksearchbox/https/www.google.com",
                .organicSearch, "6"),
        ])
    func referrer(_ row: Case) { row.check() }

    @Test(
        "a referrer of the account's own is no referrer",
        arguments: [
            Case("", from: "https://www.clinic.example/", .direct, "8"),
            Case("", from: "https://clinic.example/", .direct, "8"),
            Case("", from: "https://booking.clinic.example:8443/", .direct, "8"),
            Case("", from: "https://SHOP.example./cart", .direct, "8"),
            Case("", from: "https://a.b.shop.example/", .direct, "8"),
            Case("?gclid=1", from: "https://shop.example/", .paidSearch, "2"),
            Case("", from: "https://myshop.example/", .referral, "7"),
            Case("", from: "https://shop.example.org/", .referral, "7"),
            Case("", from: "https://otherclinic.example/", .referral, "7"),
            Case("", from: "https://example/", .referral, "7"),
        ])
    func own(_ row: Case) { row.check() }

    @Test(
        "the landing's registrable domain is own, by both sections of the public suffix list",
        arguments: [
            ("https://www.clinic.co.uk/", "https://book.clinic.co.uk/", Source.direct),
            ("https://www.clinic.co.uk/", "https://other.co.uk/", .referral),
            ("https://clinic.github.io/", "https://clinic.github.io/blog", .direct),
            ("https://clinic.github.io/", "https://stranger.github.io/", .referral),
            ("http://localhost:8080/", "http://localhost:3000/", .direct),
            ("http://localhost/", "http://app.localhost/", .referral),
            ("http://10.0.0.1/", "http://10.0.0.1:81/", .direct),
            ("http://10.0.0.1/", "http://9.10.0.0.1/", .referral),
            ("http://[::1]/", "http://[::1]:81/", .direct),
            ("https://münchen.example/", "https://www.xn--mnchen-3ya.example/", .direct),
            ("https://www.google.com/landing", "https://www.google.com/search", .direct),
            ("/page", "https://clinic.example/", .referral),
        ])
    func registrableDomain(landing: String, referrer: String, source: Source) {
        let verdict = Classifier().classify(Landing(url: landing, referrer: referrer), ownDomains: OwnDomains([]))
        #expect(verdict.source == source)
    }

    @Test("only the first 8,192 bytes of a URL are read")
    func limit() {
        let beginning = "https://clinic.example/?a="
        func source(paddedTo count: Int) -> Source {
            let padding = String(repeating: "x", count: count - beginning.utf8.count - "&gclid=1".utf8.count)
            return Classifier().classify(Landing(url: beginning + padding + "&gclid=1"), ownDomains: OwnDomains([]))
                .source
        }
        #expect(source(paddedTo: 8_192) == .paidSearch)
        #expect(source(paddedTo: 8_193) == .direct)
    }

    @Test(
        "a key that ends in U+0000 is another key",
        arguments: ["?gclid%00=1", "?gclid\u{0}=1", "?utm_source%00%00=adwords", "?%00gclid=1"], RuleSet.allCases)
    func endsInNUL(query: String, ruleSet: RuleSet) {
        let landing = Landing(url: "https://clinic.example/" + query)
        #expect(Classifier(RuleBook(ruleSet)).decide(landing, ownDomains: OwnDomains([])).rule.number == "8")
    }

    @Test(
        "a host is the same with its trailing dot",
        arguments: ["www.google.com.", "WWW.Google.com.", "google.com.:443"])
    func trailingDot(host: String) {
        let landing = Landing(url: "https://clinic.example/", referrer: "https://\(host)/")
        #expect(Classifier().decide(landing, ownDomains: OwnDomains([])).source == .organicSearch)
    }

    @Test("a host of dots alone is none", arguments: ["https://../", "http://..", "android-app://../", "https://./"])
    func dots(referrer: String) {
        let landing = Landing(url: "https://clinic.example/", referrer: referrer)
        let verdict = Classifier().classify(landing, ownDomains: OwnDomains([]))
        #expect((verdict.source == .referral) == (verdict.referringHost != nil))
    }
}

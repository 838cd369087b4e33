import Testing

@testable import Attribution

@Suite("The notes beside a verdict")
struct NoteTests {
    private func notes(_ query: String, from referrer: String? = nil) -> [Note] {
        let landing = Landing(url: "https://www.clinic.example/" + query, referrer: referrer)
        return Classifier().classify(landing, ownDomains: OwnDomains([])).notes
    }

    @Test(
        "point at misspelt keys",
        arguments: [
            ("utm_souce", "utm_source"), ("utm_sorce", "utm_source"), ("utmsource", "utm_source"),
            ("UTM_Source", "utm_source"), ("utm-medium", "utm_medium"), ("utm_meduim", "utm_medium"),
            ("utm_campain", "utm_campaign"), ("utm_campaing", "utm_campaign"), ("utm_contnet", "utm_content"),
            ("utm_trem", "utm_term"), ("GCLID", "gclid"), ("gclidd", "gclid"), ("fblcid", "fbclid"),
            ("msclikid", "msclkid"), ("amp;utm_source", "utm_source"), ("amp;page", nil), ("source", nil),
            ("campaign", nil), ("keyword", nil),
            ("gclsrc", nil), ("utm_id", nil), ("utm_source_platform", nil), ("page", nil), ("id", nil), ("s", nil),
            ("lang", nil), ("click", nil),
        ] as [(String, String?)])
    func misspelt(key: String, meant: String?) {
        let notes = notes("?\(key)=x")
        #expect(notes.map(\.code) == (meant == nil ? [] : [.misspeltParameter]))
        if let meant { #expect(notes.first?.text.contains("perhaps \(meant) was meant") == true) }
    }

    @Test(
        "point at capital letters that the classic rules do not read",
        arguments: [("AdWords", 1), ("FB_AD", 1), ("adwords", 0), ("sms", 0)])
    func capitals(value: String, count: Int) {
        #expect(notes("?utm_source=\(value)").count { $0.code == .capitalLetters } == count)
    }

    @Test("point at the deprecated value, unless something else shows that the click was paid for")
    func deprecated() {
        #expect(notes("?utm_source=facebook").map(\.code) == [.deprecatedValue, .unknownTag])
        #expect(notes("?utm_source=Facebook").map(\.code) == [.deprecatedValue, .unknownTag])
        #expect(notes("?utm_source=facebook&gclid=1").isEmpty)
        #expect(notes("?utm_source=facebook_page").map(\.code) == [.unknownTag])
    }

    @Test(
        "point at placeholders that nobody filled in",
        arguments: [
            ("{campaignname}", "{campaignname}"), ("{{campaign.name}}", "{{campaign.name}}"),
            ("%7Bcampaignid%7D", "{campaignid}"), ("%7B%7Bad.name%7D%7D", "{{ad.name}}"),
            ("x-{adgroupid}-y", "{adgroupid}"),
            ("{_param}", "{_param}"), ("{}", nil), ("{", nil), ("}{", nil), ("{{x}", "{x}"), ("plain", nil),
            ("{1}", nil),
        ] as [(String, String?)])
    func placeholder(value: String, found: String?) {
        let notes = notes("?utm_campaign=\(value)", from: "https://blog.example/")
        #expect(notes.map(\.code) == (found == nil ? [] : [.unfilledPlaceholder]))
        if let found { #expect(notes.first?.text.contains(found) == true) }
    }

    @Test("name the own page that was set aside as referrer")
    func selfReferral() {
        let notes = notes("", from: "https://book.clinic.example/")
        #expect(notes.map(\.code) == [.selfReferral])
        #expect(notes.first?.text.contains("book.clinic.example") == true)
    }

    @Test("tell a misspelt key once, and do not grow with the URL")
    func bounded() {
        #expect(notes("?utm_souce=1&utm_souce=2").count == 1)
        let many = (0..<500).map { "utm_sourc\($0)=1" }.joined(separator: "&")
        #expect(notes("?" + many).count <= 32)
    }

    @Test(
        "says that a referrer without its scheme counts as none", arguments: ["google.com", "not a url", "ftp://a.b/"])
    func unreadableReferrer(referrer: String) {
        let landing = Landing(url: "https://clinic.example/", referrer: referrer)
        let verdict = Classifier().classify(landing, ownDomains: OwnDomains([]))
        #expect(verdict.notes.map(\.code) == [.unreadableReferrer])
        #expect(verdict.notes.first?.value == referrer)
        #expect(verdict.source == .direct)
    }

    @Test("says nothing of a referrer that is empty", arguments: [nil, "", " "] as [String?])
    func noReferrer(referrer: String?) {
        let landing = Landing(url: "https://clinic.example/", referrer: referrer)
        #expect(Classifier().classify(landing, ownDomains: OwnDomains([])).notes.isEmpty)
    }
}

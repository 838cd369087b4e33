import Testing

@testable import Attribution

@Suite("Attribution records")
struct AttributionRecordTests {
    private let classifier = Classifier()

    @Test(
        "read tags in the spelling that the rules in force take",
        arguments: [
            (RuleSet.classic, "?UTM_Source=Podcast", nil), (.extended, "?UTM_Source=Podcast", "Podcast"),
            (.extended, "?utm_source=&UTM_SOURCE=late", nil), (.extended, "?Campaign=x", nil),
        ] as [(RuleSet, String, String?)])
    func spelling(ruleSet: RuleSet, query: String, value: String?) {
        let landing = Landing(url: "https://clinic.example/" + query)
        let verdict = Classifier(RuleBook(ruleSet)).classify(landing, ownDomains: OwnDomains([]))
        let record = AttributionRecord.web(
            landing: landing, landingAt: 0, pageURL: nil, verdict: verdict, medium: .form, createdAt: 0)
        #expect(record[.utmSource] == value)
        #expect(record[.campaign] == nil)
    }

    private func record(
        _ query: String, from referrer: String? = nil, browser: BrowserFacts = BrowserFacts(), formName: String? = nil
    ) -> AttributionRecord {
        let landing = Landing(url: "https://clinic.example/" + query, referrer: referrer)
        return .web(
            landing: landing, landingAt: 1_700_000_000_000, pageURL: "https://clinic.example/contact",
            verdict: classifier.classify(landing, ownDomains: OwnDomains([])), browser: browser, medium: .externalForm,
            mediumID: "form-1", formName: formName, submissionID: "s-1", visitorID: "v-1", fbEventID: "e-1",
            createdAt: 1_700_000_600_000)
    }

    @Test(
        "take each field from its parameter",
        arguments: [
            ("?utm_campaign=a&campaign=b", AttributionField.campaign, "a"), ("?campaign=b", .campaign, "b"),
            ("?campaign=b", .utmCampaign, "b"), ("?utm_campaign=&campaign=b", .campaign, "b"),
            ("?utm_campaign=+&campaign=b", .campaign, "b"), ("?campaign_id=1&utm_id=2", .campaignID, "1"),
            ("?utm_id=2&gad_campaignid=3", .campaignID, "2"), ("?gad_campaignid=3", .campaignID, "3"),
            ("?ad_group_id=1", .adGroupID, "1"), ("?ad_id=1", .adID, "1"), ("?ad_name=n", .adName, "n"),
            ("?utm_source=s", .utmSource, "s"), ("?utm_medium=m", .utmMedium, "m"),
            ("?utm_content=c", .utmContent, "c"),
            ("?utm_term=t", .utmTerm, "t"), ("?utm_keyword=k&keyword=l", .utmKeyword, "k"),
            ("?keyword=l", .utmKeyword, "l"), ("?utm_matchtype=e", .utmMatchtype, "e"), ("?gclid=1", .gclid, "1"),
            ("?gbraid=1", .gbraid, "1"), ("?wbraid=1", .wbraid, "1"), ("?msclkid=1", .msclkid, "1"),
            ("?dclid=1", .dclid, "1"), ("?fbclid=1", .fbclid, "1"), ("?ttclid=1", .ttclid, "1"),
            ("?ctwa_clid=1", .ctwaClid, "1"), ("?fbclid=1", .fbc, "fb.1.1700000000000.1"), ("", .fbc, nil),
            ("?utm_source=null", .utmSource, nil), ("?utm_source=%20", .utmSource, nil),
            ("?utm_source=", .utmSource, nil),
            ("?utm_campaign=Women%2030-50", .campaign, "Women 30-50"), ("?utm_term=a%00b", .utmTerm, "a\u{FFFD}b"),
            ("?utm_campaign={x}", .campaign, "{x}"), ("", .pageURL, "https://clinic.example/contact"),
            ("?a=1", .url, "https://clinic.example/?a=1"), ("", .referrer, nil), ("", .medium, "External Form"),
            ("", .mediumID, "form-1"), ("", .submissionID, "s-1"), ("", .visitorID, "v-1"), ("", .fbEventID, "e-1"),
            ("", .createdAt, "2023-11-14T22:23:20.000Z"), ("", .sessionSource, "Direct Traffic"), ("", .igSid, nil),
        ] as [(String, AttributionField, String?)])
    func field(query: String, field: AttributionField, value: String?) {
        #expect(record(query)[field] == value)
    }

    @Test(
        "say in utmEventSource who sent the visitor",
        arguments: [
            ("", nil, "direct"), ("?gclid=1", nil, "google paid"), ("?msclkid=1", nil, "microsoft paid"),
            ("", "https://www.bing.com/", "bing organic"), ("?utm_source=x", "https://www.google.com/", "google paid"),
            ("", "https://l.instagram.com/", "Instagram"), ("?utm_source=fb_ad", nil, "Facebook"),
            ("", "https://partner.example.org/x", "partner.example.org"), ("?utm_source=sms", nil, nil),
            ("", "https://mail.google.com/", "mail.google.com"),
        ] as [(String, String?, String?)])
    func eventSource(query: String, referrer: String?, value: String?) {
        #expect(record(query, from: referrer)[.utmEventSource] == value)
    }

    @Test("keep what the browser told, and prefer its cookie to a built one")
    func browser() {
        let facts = BrowserFacts(
            fbp: "fb.1.2.3", fbc: "fb.1.4.5", gaClientID: "1.2", gaSessionID: "3", userAgent: "curl/8.1",
            ip: "192.0.2.1")
        let record = record("?fbclid=x", browser: facts)
        #expect(record[.fbc] == "fb.1.4.5")
        #expect(record[.fbp] == "fb.1.2.3")
        #expect(record[.gaClientID] == "1.2")
        #expect(record[.gaSessionID] == "3")
        #expect(record[.device] == "curl")
        #expect(record[.ip] == "192.0.2.1")
    }

    @Test("build Meta's click cookie when the browser's own says nothing", arguments: ["", " ", "null"])
    func emptyCookie(cookie: String) {
        #expect(record("?fbclid=x", browser: BrowserFacts(fbc: cookie))[.fbc] == "fb.1.1700000000000.x")
    }

    @Test("cut what is too long, and say so")
    func truncation() {
        let name = String(repeating: "ü", count: 2_049)
        let record = record(
            "?utm_term=" + String(repeating: "x", count: 8_200), from: "https://partner.example.org/", formName: name)
        #expect(record[.formName]?.unicodeScalars.count == 2_048)
        #expect(record[.utmTerm]?.utf8.count == 2_048)
        #expect(record[.url]?.utf8.count == 8_192)
        #expect(record.truncatedFields == [.formName, .utmTerm, .url])
    }

    @Test("hold no secrets of a URL")
    func secrets() {
        let record = record("?token=abc&a=1", from: "https://user:word@partner.example.org/?code=1")
        #expect(record[.url] == "https://clinic.example/?token=&a=1")
        #expect(record[.referrer] == "https://partner.example.org/?code=")
    }

    @Test("of a tracked link name the link instead of a page, and use no referrer")
    func triggerLink() {
        let target = "https://clinic.example/?utm_source=fb_ad&utm_campaign=may"
        let record = AttributionRecord.triggerLink(
            target: target, verdict: classifier.classifyTriggerLink(target: target), linkID: "l-1", createdAt: 1)
        #expect(record[.url] == "Trigger Link")
        #expect(record[.medium] == "trigger_link")
        #expect(record[.mediumID] == "l-1")
        #expect(record[.campaign] == "may")
        #expect(record[.sessionSource] == "Paid Social")
        #expect(record[.referrer] == nil && record[.pageURL] == nil)
    }

    @Test("of other interactions say what happened and through what")
    func interaction() {
        let manual = AttributionRecord.interaction(.manual, mediumID: "u-1", createdAt: 1)
        #expect(manual[.sessionSource] == "CRM UI")
        #expect(manual[.medium] == "manual")
        #expect(manual[.url] == nil && manual[.utmEventSource] == nil)
        let message = AttributionRecord.interaction(.whatsapp(.clickID("c-1")), createdAt: 1)
        #expect(message[.sessionSource] == "Paid Social")
        #expect(message[.ctwaClid] == "c-1")
    }

    @Test("that are imported bring their own source, and derived fields stay as they are")
    func imported() {
        var record = AttributionRecord(source: .referral, createdAt: 0, isImported: true)
        record[.sessionSource] = "Paid Search"
        record[.createdAt] = "yesterday"
        record[.utmSource] = "x"
        record[.url] = ""
        #expect(record.isImported && record.verdict == nil)
        #expect(record[.sessionSource] == "Referrals")
        #expect(record[.createdAt] == "1970-01-01T00:00:00.000Z")
        #expect(record[.utmSource] == "x")
        #expect(record[.url] == nil)
    }

    @Test("are the same after they were stored field by field")
    func restored() {
        let record = record("?gclid=1&utm_term=" + String(repeating: "x", count: 3_000))
        var values: [AttributionField: String] = [:]
        for field in AttributionField.allCases { values[field] = record[field] }
        let restored = AttributionRecord(
            source: record.source, verdict: record.verdict, carryOver: record.carryOver, createdAt: record.createdAt,
            isImported: record.isImported, values: values, truncatedFields: record.truncatedFields)
        #expect(restored == record)
    }

    @Test(
        "write times in UTC",
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (1_795_324_215_007, "2026-11-22T05:10:15.007Z"), (4_107_542_399_999, "2100-02-28T23:59:59.999Z"),
        ] as [(Int64, String)])
    func time(milliseconds: Int64, text: String) {
        #expect(UTCTimestamp.text(milliseconds: milliseconds) == text)
    }

    @Test("write no time so far off that they trap", arguments: [Int64.min, .max])
    func farTime(milliseconds: Int64) {
        #expect(!UTCTimestamp.text(milliseconds: milliseconds).isEmpty)
    }
}

import Testing

@testable import Attribution

@Suite("The advice on how to tag a link")
struct TaggingAdviceTests {
    private func verdict(_ query: String, from referrer: String? = nil) -> Verdict {
        let landing = Landing(url: "https://www.clinic.example/" + query, referrer: referrer)
        return Classifier().classify(landing, ownDomains: OwnDomains([]))
    }

    private func text(_ code: Note.Code, _ query: String, from referrer: String? = nil) -> String? {
        verdict(query, from: referrer).notes.first { $0.code == code }?.text
    }

    @Test(
        "names a click ID that is not counted, and the tag that would be",
        arguments: [
            ("ttclid", "a TikTok click ID (ttclid)", ""),
            ("twclid", "an X click ID (twclid)", "; tag the ad with utm_source=twitter_ad"),
            ("li_fat_id", "a LinkedIn click ID (li_fat_id)", "; tag the ad with utm_source=linkedin_ad"),
            ("rdt_cid", "a Reddit click ID (rdt_cid)", "; tag the ad with utm_source=reddit_ad"),
            ("epik", "a Pinterest click ID (epik)", ""),
            ("sccid", "a Snapchat click ID (sccid)", ""),
            ("ScCid", "a Snapchat click ID (ScCid)", ""),
            ("yclid", "a Yandex click ID (yclid)", ""),
            ("dclid", "a Google display click ID (dclid)", ""),
        ])
    func uncounted(key: String, named: String, advice: String) {
        let verdict = verdict("?\(key)=x&\(key)=y")
        #expect(verdict.source == .direct)
        let text = "The landing carries \(named), which the classic rules do not count\(advice)."
        #expect(verdict.notes.map(\.code) == [.uncountedClickID])
        let note = verdict.notes.first
        #expect(note?.text == text)
        #expect(note?.parameter == key && note?.value == "x")
        #expect(note?.suggestion == advice.split(separator: "=").last.map(String.init))
    }

    @Test(
        "is silent on a click ID that is empty, spelt otherwise, or beside a counted one",
        arguments: [
            "?ttclid=", "?ttclid=&ttclid=x", "?TWCLID=x", "?twclid=x&gclid=y", "?ttclid=x&utm_source=fb_ad",
            "?fbclid=x",
        ])
    func counted(query: String) {
        #expect(text(.uncountedClickID, query) == nil)
    }

    @Test(
        "says which tag marks an ad when only utm_medium does",
        arguments: [
            ("google", "cpc", "use adwords for a Google ad."), ("instagram", "paid_social", "use fb_ad for a Meta ad."),
            ("fb", "PPC", "use fb_ad for a Meta ad."), ("li", "cpc", "use linkedin_ad for a LinkedIn ad."),
            ("twitter", "cpc", "use twitter_ad for an ad on X."), ("Reddit", "cpm", "use reddit_ad for a Reddit ad."),
            ("bing", "cpc", "turn on auto-tagging in Microsoft Advertising, which adds msclkid."),
            ("tiktok", "paid", "they have no tag for ads on TikTok."),
            ("partner", "cpc", "use adwords for Google, fb_ad for Meta"),
            ("google", "organic", nil), ("google", "prepaid", nil), ("adwords", "cpc", nil), ("my_fb_ad", "paid", nil),
        ] as [(String, String, String?)])
    func paidMedium(site: String, medium: String, advice: String?) {
        let text = self.text(.paidMedium, "?utm_source=\(site)&utm_medium=\(medium)")
        #expect((text == nil) == (advice == nil))
        guard let text, let advice else { return }
        #expect(
            text.hasPrefix(
                "utm_medium “\(medium)” says that this is an ad, but the classic rules do not read utm_medium; "))
        #expect(text.contains(advice))
    }

    @Test(
        "names the tag that rule 9 does not know, and what would be known",
        arguments: [
            ("?utm_source=sms", "utm_source “sms”"), ("?utm_medium=print&utm_content=a", "utm_medium “print”"),
            ("?utm_term=x", "utm_term “x”"),
        ])
    func unknownTag(query: String, named: String) throws {
        #expect(verdict(query).rule.number == "9")
        let text = try #require(self.text(.unknownTag, query))
        #expect(text.hasPrefix("The classic rules do not recognise \(named); "))
        for known in ["adwords", "fb_ad", "linkedin_ad", "twitter_ad", "reddit_ad", "gclid", "msclkid", "ctwa_clid"] {
            #expect(text.contains(known))
        }
    }

    @Test(
        "tells no unknown tag where another rule decides",
        arguments: [
            ("?utm_source=sms", "https://blog.example/"), ("?utm_source=sms", "https://www.google.com/"), ("", nil),
        ] as [(String, String?)])
    func otherRules(query: String, referrer: String?) {
        #expect(text(.unknownTag, query, from: referrer) == nil)
    }

    @Test(
        "says why a tagged organic link on Google is paid",
        arguments: [
            ("?utm_source=gbp&utm_medium=organic", "https://www.google.com/", true),
            ("?utm_source=google&utm_medium=Organic-Local", "https://www.google.de/", true),
            ("?utm_medium=cpc", "https://www.google.com/", false),
            ("?utm_source=gbp&utm_medium=organic&gclid=x", "https://www.google.com/", false),
            ("?utm_source=gbp&utm_medium=organic", "https://www.bing.com/", false),
            ("?utm_source=gbp", "https://www.google.com/", false),
        ])
    func businessProfile(query: String, referrer: String, isTold: Bool) {
        let text = self.text(.taggedOnGoogle, query, from: referrer)
        #expect((text != nil) == isTold)
        if let text { #expect(text.contains("rule 3") && text.contains("Business Profile")) }
    }

    @Test("does not repeat a hostile value whole")
    func bounded() {
        let long = String(repeating: "x", count: 5_000)
        let notes = verdict("?utm_source=\(long)&utm_medium=paid\(long)").notes
        #expect(notes.map(\.code) == [.paidMedium, .unknownTag])
        #expect(notes.allSatisfy { $0.text.count < 400 })
    }
}

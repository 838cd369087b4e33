import Testing

@testable import Attribution

@Suite("The notes beside a verdict of the extended rules")
struct ExtendedNoteTests {
    private func verdict(_ query: String, from referrer: String? = nil) -> Verdict {
        let landing = Landing(url: "https://www.clinic.example/" + query, referrer: referrer)
        return Classifier(.extended).classify(landing, ownDomains: OwnDomains([]))
    }

    @Test(
        "are silent on what the extended rules count",
        arguments: [
            "?utm_source=AdWords", "?UTM_SOURCE=adwords", "?Utm_Medium=CPC&utm_source=google", "?ttclid=x", "?ScCid=x",
            "?yclid=x", "?epik=x", "?utm_source=google&utm_medium=cpc", "?utm_source=fb&utm_medium=paid_social",
            "?utm_source=tiktok_ads", "?utm_source=instagram&utm_medium=social", "?utm_source=bing&utm_medium=organic",
        ])
    func silent(query: String) {
        #expect(verdict(query).notes == [])
    }

    @Test(
        "stay with what is wrong under any rules",
        arguments: [
            ("?utm_souce=x", [.misspeltParameter]), ("?TTCLID=x", [.misspeltParameter]),
            ("?utm_source=facebook", [.deprecatedValue]), ("?utm_campaign={x}&gclid=1", [.unfilledPlaceholder]),
            ("?dclid=x", [.uncountedClickID]),
            ("?utm_source=Facebok", [.misspeltValue, .unknownTag]), ("?utm_source=editor", [.unknownTag]),
            ("?utm_source=googleads", [.misspeltValue, .unknownTag]),
            ("?utm_source=partner&utm_medium=cpc", [.paidMedium, .unknownTag]),
            ("?utm_medium=cpc", [.paidMedium, .unknownTag]),
            ("?utm_source=sms", [.unknownTag]),
        ] as [(String, [Note.Code])])
    func told(query: String, codes: [Note.Code]) {
        let verdict = verdict(query)
        #expect(verdict.notes.map(\.code) == codes)
        #expect(verdict.notes.allSatisfy { !$0.text.contains("classic") })
    }

    @Test("say what the extended rules miss beside a medium that says paid")
    func paidMedium() {
        #expect(
            verdict("?utm_source=partner&utm_medium=cpc").notes.first?.text.hasPrefix(
                "utm_medium “cpc” says that this is an ad, but the extended rules do not know whose: utm_source "
                    + "“partner” names no search engine, social or video site; use adwords for Google") == true)
    }

    @Test(
        "say of utm_source what the steps say of it",
        arguments: [
            ("?utm_medium=cpc", "there is no utm_source"),
            ("?utm_source=&utm_medium=cpc", "utm_source is there but empty"),
            ("?UTM_Source=&utm_source=x&utm_medium=cpc", "utm_source is there but empty"),
        ])
    func absentSource(query: String, said: String) {
        #expect(verdict(query).notes.first?.text.contains("do not know whose: \(said); use") == true)
    }

    @Test("say which medium keeps a named site from counting")
    func unknownMedium() throws {
        let note = try #require(verdict("?utm_source=ig&utm_medium=bio").notes.first)
        #expect(note.code == .unknownTag && note.parameter == "utm_medium" && note.suggestion == "social")
        #expect(
            note.text == "utm_source “ig” names Instagram, but the extended rules do not recognise utm_medium “bio” "
                + "beside it; use utm_medium=social, or leave it off, where nobody paid for the link.")
    }

    @Test("point at rule 3 for a Business Profile, which both sets have")
    func businessProfile() {
        let notes = verdict("?utm_source=gbp&utm_medium=organic", from: "https://www.google.com/").notes
        #expect(notes.map(\.code) == [.taggedOnGoogle])
    }
}

import Foundation
import Testing

@testable import Attribution

@Suite("Verdicts")
struct VerdictTests {
    static func verdict(_ query: String, from referrer: String? = nil) -> Verdict {
        Classifier().classify(
            Landing(url: "https://clinic.example/" + query, referrer: referrer), ownDomains: OwnDomains([]))
    }

    @Test(
        "are told in one plain sentence",
        arguments: [
            (
                verdict("?utm_source=adwords"),
                "Paid Search, because the landing was tagged as a Google ad (utm_source “adwords”)."
            ),
            (verdict("?gclid=1"), "Paid Search, because the landing carried a Google click ID (gclid)."),
            (verdict("?msclkid=1"), "Paid Search, because the landing carried a Microsoft click ID (msclkid)."),
            (
                verdict("?utm_medium=organic", from: "https://www.google.com/"),
                "Paid Search, because a tagged link (utm_medium “organic”) was clicked on Google (www.google.com)."
            ),
            (
                verdict("?utm_source=twitter_ad"),
                "Paid Social, because the landing was tagged as an X ad (utm_source “twitter_ad”)."
            ),
            (verdict("?ctwa_clid=1"), "Paid Social, because the landing carried a WhatsApp click ID (ctwa_clid)."),
            (
                verdict("", from: "https://l.instagram.com/"),
                "Social Media, because the visitor came from Instagram (l.instagram.com), a social or video site."
            ),
            (
                verdict("", from: "android-app://com.facebook.katana/"),
                "Social Media, because the visitor came from Facebook (com.facebook.katana), a social or video site."
            ),
            (
                verdict("", from: "https://www.bing.com/"),
                "Organic Search, because the visitor came from Bing (www.bing.com), a search engine."
            ),
            (
                verdict("", from: "https://partner.example.org/"),
                "Referrals, because the visitor came from partner.example.org, another website."
            ),
            (verdict(""), "Direct Traffic, because the landing had no referring site and no campaign tag."),
            (
                verdict("?utm_source=sms"),
                "Others, because the landing was tagged (utm_source “sms”) "
                    + "without a referring site, and no rule covers it."
            ),
            (.interaction(.call), "Others, because the contact called."),
            (.interaction(.sms), "Others, because the contact came by text message."),
            (.interaction(.email), "Others, because the contact came by e-mail."),
            (.interaction(.whatsapp(nil)), "Social Media, because the contact sent a WhatsApp message."),
            (
                .interaction(.instagram(.adID("1"))),
                "Paid Social, because the contact sent an Instagram message that answers an ad (ad_id)."
            ),
            (.interaction(.manual), "CRM UI, because the contact was created by hand."),
            (.interaction(.workflow), "CRM Workflows, because a workflow created or changed the contact."),
            (.interaction(.api), "Third-Party, because the contact was created through the API."),
            (.interaction(.integration), "Third-Party, because the contact was created through an integration."),
            (.interaction(.csvImport), "Third-Party, because the contact was imported from a file."),
            (
                Classifier().classifyTriggerLink(target: "/"),
                "Direct Traffic, because a tracked link was clicked whose target carries no ad tag."
            ),
        ])
    func sentence(verdict: Verdict, sentence: String) {
        #expect(verdict.sentence == sentence)
    }

    @Test("say which parameter or host they rest on, with its value")
    func evidence() {
        #expect(
            Self.verdict("?gclid=a%2Bb").evidence == [Evidence(kind: .parameter, name: "gclid", value: "a+b")])
        #expect(
            Self.verdict("?utm_campaign=x", from: "https://www.google.de/").evidence == [
                Evidence(kind: .parameter, name: "utm_campaign", value: "x"),
                Evidence(kind: .host, name: "referrer", value: "www.google.de"),
            ])
        #expect(
            Self.verdict("", from: "android-app://com.linkedin.android/").evidence == [
                Evidence(kind: .package, name: "referrer", value: "com.linkedin.android")
            ])
        #expect(Self.verdict("").evidence.map(\.kind) == [.absence, .absence])
        #expect(Self.verdict("?gclid=" + String(repeating: "x", count: 5_000)).evidence.first?.value?.count == 2_048)
    }

    @Test("name the platform, the referring host and the versions they were made with")
    func facts() {
        let verdict = Self.verdict("?utm_source=fb_ad", from: "https://www.bing.com/")
        #expect(verdict.platform == "Facebook")
        #expect(verdict.referringHost == "www.bing.com")
        #expect(verdict.ruleSet == .classic)
        #expect(verdict.ruleSetVersion == RuleSet.classic.version)
        #expect(verdict.catalogueVersion == ReferrerCatalogue.standard.version)
    }

    @Test("survive being stored as JSON")
    func coding() throws {
        let verdict = Self.verdict("?utm_souce=adwords&utm_source={x}", from: "https://www.clinic.example/")
        let stored = try JSONEncoder().encode(verdict)
        let restored = try JSONDecoder().decode(Verdict.self, from: stored)
        #expect(restored == verdict)
        #expect(restored.sentence == verdict.sentence)
    }
}

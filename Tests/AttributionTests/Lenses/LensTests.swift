import Testing

@testable import Attribution

/// One landing under all lenses.
@Suite struct LensTests {
    private let own = OwnDomains(["clinic.example"])

    private func labels(_ query: String, from referrer: String? = nil) -> [String] {
        let landing = Landing(url: "https://clinic.example/\(query)", referrer: referrer)
        return Lens.allCases.map { $0.read(landing, ownDomains: own).label.text }
    }

    @Test func `the four lenses read the same landing each by its own rules`() {
        let bing = labels("?msclkid=1", from: "https://www.bing.com/")
        #expect(bing == ["Paid Search", "Paid Search", "Organic Search", "Organic Search"])
        let mail = labels("?utm_source=june&utm_medium=email", from: "https://mail.google.com/")
        #expect(mail == ["Referrals", "Referrals", "Email", "Email Marketing"])
        let typed = labels("")
        #expect(typed == ["Direct Traffic", "Direct Traffic", "Direct", "Direct Traffic"])
    }

    @Test func `an own page is no referrer to any of them`() {
        let labels = labels("", from: "https://shop.clinic.example/cart")
        #expect(labels == ["Direct Traffic", "Direct Traffic", "Direct", "Direct Traffic"])
    }

    @Test(arguments: Lens.allCases)
    func `a reading says why in one sentence`(lens: Lens) {
        let landings = [
            Landing(url: "https://clinic.example/"),
            Landing(url: "https://clinic.example/?utm_source=fb&utm_medium=paid", referrer: "https://m.facebook.com/"),
            Landing(url: "https://clinic.example/?utm_source=flyer&utm_medium=qr"),
            Landing(url: "https://clinic.example/?gclid=1", referrer: "https://www.google.com/"),
            Landing(url: "https://clinic.example/", referrer: "https://blog.example.org/"),
            Landing(url: "https://clinic.example/?utm_source=google&utm_medium=cpc"),
            Landing(url: "https://clinic.example/?utm_medium=newsletter"),
        ]
        for landing in landings {
            let reading = lens.read(landing, ownDomains: own)
            #expect(reading.why.hasPrefix(reading.label.text + ", because "))
            #expect(reading.why.hasSuffix(".") && !reading.why.contains("  "))
        }
    }

    @Test func `what is no visit keeps its source under Headwater's lenses and has no channel under the others`() {
        for source in Source.allCases {
            let labels = Lens.allCases.map { $0.read(withoutVisit: source).label }
            #expect(labels == [.source(source), .source(source), .noVisit, .noVisit])
        }
        #expect(Lens.classic.read(withoutVisit: .crmUI).why == "CRM UI, because the contact was created by hand.")
    }

    @Test func `every label of a lens has a place in its order`() {
        for lens in Lens.allCases {
            let all = LensLabel.all(of: lens)
            #expect(Set(all).count == all.count && !lens.name.isEmpty && lens.summary.hasSuffix("."))
        }
    }

    @Test(
        arguments: [
            (.source(.referral), .ga4(.referral), .same), (.source(.direct), .original(.directTraffic), .same),
            (.source(.socialMedia), .ga4(.organicVideo), .same), (.source(.paidSocial), .ga4(.paidVideo), .same),
            (.source(.others), .ga4(.unassigned), .same), (.ga4(.email), .original(.emailMarketing), .same),
            (.source(.paidSearch), .ga4(.paidShopping), .different),
            (.source(.referral), .ga4(.aiAssistant), .different),
            (.source(.others), .ga4(.sms), .different), (.source(.crmUI), .ga4(.direct), .different),
            (.source(.crmUI), .source(.crmUI), .same), (.source(.crmUI), .noVisit, .notComparable),
            (.noVisit, .noVisit, .same),
        ] as [(LensLabel, LensLabel, LensAgreement)])
    func `labels agree when they mean the same`(first: LensLabel, second: LensLabel, agreement: LensAgreement) {
        #expect(first.agreement(with: second) == agreement)
        #expect(second.agreement(with: first) == agreement)
    }
}

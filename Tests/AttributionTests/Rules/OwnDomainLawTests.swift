import Testing

@testable import Attribution

@Suite("A referrer of the account's own")
struct OwnDomainLawTests {
    @Test("counts as none, once its host is listed", arguments: 1...10)
    func listed(seed: Int) {
        var landings = RandomLandings(seed: seed, real: AgreementTests.real)
        for _ in 0..<80 {
            let landing = landings.next()
            guard case .site(let host) = landing.referrer.flatMap(Referrer.init) else { continue }
            expectNoReferrer(landing, OwnDomains([host.name]))
        }
    }

    @Test("counts as none under any domain above it that is listed, unless that is a public suffix", arguments: 1...10)
    func under(seed: Int) {
        var landings = TaggedLandings(seed: seed, isExtended: true)
        for _ in 0..<100 {
            var landing = landings.next()
            landing.referrer = "https://a.b.bookings.example.net/step"
            for domain in ["b.bookings.example.net", "bookings.example.net", "example.net"] {
                expectNoReferrer(landing, OwnDomains([domain]))
            }
        }
    }

    @Test("counts as none under the landing's registrable domain, though nothing is listed", arguments: 1...10)
    func sameRegistrableDomain(seed: Int) {
        var landings = TaggedLandings(seed: seed, isExtended: true)
        for _ in 0..<100 {
            var landing = landings.next()
            for host in ["clinic.example", "www.clinic.example", "book.clinic.example:8443", "A.B.CLINIC.example."] {
                landing.referrer = "https://\(host)/from"
                expectNoReferrer(landing, OwnDomains([]))
            }
        }
    }

    @Test("never makes another site's arrival its own", arguments: 1...10)
    func others(seed: Int) {
        var landings = TaggedLandings(seed: seed, isExtended: true)
        for _ in 0..<100 {
            var landing = landings.next()
            landing.referrer = "https://notclinic.example/"
            for rules in [RuleBook.classic, .extended] {
                let listed = Classifier(rules).decide(landing, ownDomains: OwnDomains(["clinic.example"]))
                let bare = Classifier(rules).decide(landing, ownDomains: OwnDomains([]))
                #expect(listed.rule == bare.rule, "\(landing)")
            }
        }
    }

    private func expectNoReferrer(_ landing: Landing, _ own: OwnDomains) {
        var bare = landing
        bare.referrer = nil
        for rules in [RuleBook.classic, .extended] {
            let handedOn = Classifier(rules).classify(landing, ownDomains: own)
            #expect(handedOn.rule == Classifier(rules).decide(bare, ownDomains: own).rule, "\(landing)")
            #expect(handedOn.source != .referral && handedOn.referringHost == nil, "\(landing)")
        }
    }
}

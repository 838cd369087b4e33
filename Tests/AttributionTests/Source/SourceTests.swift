import Testing

@testable import Attribution

@Suite("The ten sources")
struct SourceTests {
    @Test("have the keys, labels and API labels of the contract")
    func spellings() {
        let rows = Source.allCases.map { "\($0.rawValue) | \($0.label) | \($0.apiLabel)" }
        #expect(
            rows == [
                "paid_search | Paid Search | Paid Search",
                "paid_social | Paid Social | Paid Social",
                "organic_search | Organic Search | Organic Search",
                "social_media | Social Media | Social media",
                "referral | Referrals | Referral",
                "direct | Direct Traffic | Direct traffic",
                "others | Others | Others",
                "crm_ui | CRM UI | CRM UI",
                "crm_workflows | CRM Workflows | CRM Workflows",
                "third_party | Third-Party | Third Party",
            ])
    }

    @Test("are read in every spelling of their own, in any case", arguments: Source.allCases)
    func ownSpellings(source: Source) {
        for spelling in [source.rawValue, source.label, source.apiLabel] {
            #expect(Source(spelling: spelling) == source)
            #expect(Source(spelling: spelling.uppercased()) == source)
            #expect(Source(spelling: " \(spelling.lowercased()) ") == source)
        }
    }

    @Test(
        "are read in the other spellings that clients use",
        arguments: [
            ("Social", Source.socialMedia), ("Referrals", .referral), ("Direct", .direct), ("Other", .others),
            ("Third Party", .thirdParty), ("Third-party", .thirdParty), ("direct traffic", .direct),
        ])
    func otherSpellings(spelling: String, source: Source) {
        #expect(Source(spelling: spelling) == source)
    }

    @Test("are not guessed at", arguments: ["", "paid", "Paid  Search", "search", "null", "referer"])
    func unknown(spelling: String) {
        #expect(Source(spelling: spelling) == nil)
    }
}

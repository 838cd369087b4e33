import Testing

@testable import Attribution

@Suite("What a rule set is said to know an ad by")
struct AdSignsTests {
    private func rule(_ query: String, _ ruleSet: RuleSet) -> String {
        let landing = Landing(url: "https://clinic.example/?" + query)
        return Classifier(RuleBook(ruleSet)).decide(landing, ownDomains: OwnDomains([])).rule.number
    }

    @Test("is what its rules 1, 2 and 4 count", arguments: RuleSet.allCases)
    func counted(ruleSet: RuleSet) {
        let signs = AdSigns.of(ruleSet)
        for tag in signs.searchTags { #expect(rule("utm_source=my_\(tag)s", ruleSet) == "1", "\(tag)") }
        for key in signs.searchClickIDs { #expect(rule("\(key)=x", ruleSet) == "2", "\(key)") }
        for tag in signs.socialTags { #expect(rule("utm_source=my_\(tag)s", ruleSet) == "4", "\(tag)") }
        for key in signs.socialClickIDs { #expect(rule("\(key)=x", ruleSet) == "4", "\(key)") }
    }

    @Test("leaves out nothing that the other set counts and it counts too", arguments: RuleSet.allCases)
    func complete(ruleSet: RuleSet) {
        let signs = AdSigns.of(ruleSet)
        let all = RuleSet.allCases.map(AdSigns.of)
        for tag in all.flatMap(\.tags) where !signs.tags.contains(tag) {
            #expect(!["1", "4"].contains(rule("utm_source=\(tag)", ruleSet)), "\(tag)")
        }
        for key in all.flatMap(\.clickIDs) where !signs.clickIDs.contains(key) {
            #expect(!["2", "4"].contains(rule("\(key)=x", ruleSet)), "\(key)")
        }
    }

    @Test(
        "names tags for sites that are in the catalogue",
        arguments: ["Google", "Facebook", "TikTok", "YouTube", "X"])
    func sites(name: String) throws {
        let tag = try #require(AdSigns.of(.extended).tag(forSite: name))
        #expect(AdSigns.of(.extended).tags.contains(tag))
        #expect(ReferrerCatalogue.standard.site(named: name)?.name == name)
    }
}

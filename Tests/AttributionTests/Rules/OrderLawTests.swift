import Testing

@testable import Attribution

@Suite("The order of the rules")
struct OrderLawTests {
    private let own = OwnDomains(["clinic.example"])

    @Test("lets nothing but rule 1 come before a search ad's click ID", arguments: 1...10)
    func clickIDFirst(seed: Int) {
        var landings = RandomLandings(seed: seed, real: AgreementTests.real)
        for _ in 0..<80 {
            var landing = landings.next()
            guard landing.url.utf8.count < 4_096 else { continue }
            landing.url = Self.adding("gclid=Cj0", to: landing.url)
            for rules in [RuleBook.classic, .extended] {
                #expect(["1", "2"].contains(number(landing, rules)), "\(landing)")
            }
        }
    }

    @Test("makes the order of the parameters indifferent", arguments: 1...10)
    func parameterOrder(seed: Int) {
        var landings = TaggedLandings(seed: seed, isExtended: true)
        for _ in 0..<100 {
            let query = landings.nextQuery()
            let referrer = landings.nextReferrer()
            let landing = landings.landing(query, from: referrer)
            let shuffled = landings.landing(landings.shuffled(query), from: referrer)
            for rules in [RuleBook.classic, .extended] {
                #expect(number(landing, rules) == number(shuffled, rules), "\(landing)")
            }
        }
    }

    @Test("keeps a verdict when what only later rules read is taken away", arguments: 1...10)
    func laterSigns(seed: Int) {
        var landings = TaggedLandings(seed: seed, isExtended: true)
        for _ in 0..<100 {
            let query = landings.nextQuery()
            let referrer = landings.nextReferrer()
            for rules in [RuleBook.classic, .extended] {
                let rule = number(landings.landing(query, from: referrer), rules)
                let read = Self.signs(readUpTo: rule)
                guard let read else { continue }
                let kept = query.filter { pair in read.parameters.contains { pair.hasPrefix($0) } }
                let landing = landings.landing(kept, from: read.referrer ? referrer : nil)
                #expect(number(landing, rules) == rule, "\(query) from \(referrer ?? "nowhere")")
            }
        }
    }

    @Test("is indifferent to fragments and to parameters that no rule reads", arguments: 1...10)
    func foreignParts(seed: Int) {
        var landings = TaggedLandings(seed: seed, isExtended: true)
        for _ in 0..<100 {
            let landing = landings.next()
            var more = landing
            more.url = Self.adding("color=red", to: more.url) + "#reviews"
            for rules in [RuleBook.classic, .extended] {
                #expect(number(landing, rules) == number(more, rules), "\(landing)")
            }
        }
    }

    @Test("is indifferent to the case of tags under the extended rules", arguments: 1...10)
    func caseOfTags(seed: Int) {
        var landings = TaggedLandings(seed: seed, isExtended: true)
        for _ in 0..<100 {
            let query = landings.nextQuery()
            let referrer = landings.nextReferrer()
            let loud = query.map { $0.hasPrefix("utm_") ? $0.uppercased() : $0 }
            let quiet = landings.landing(query, from: referrer)
            #expect(number(landings.landing(loud, from: referrer), .extended) == number(quiet, .extended), "\(query)")
        }
    }

    @Test("is indifferent to the user agent wherever there is a referrer", arguments: 1...10)
    func userAgent(seed: Int) {
        var landings = TaggedLandings(seed: seed, isExtended: true)
        for _ in 0..<100 {
            let landing = landings.next()
            var inApp = landing
            inApp.userAgent = "Mozilla/5.0 (iPhone) Mobile/15E148 Instagram 350.0.0"
            #expect(number(landing, .classic) == number(inApp, .classic))
            guard Referrer(landing.referrer ?? "") != nil, landing.referrer?.contains("clinic.example") != true else {
                continue
            }
            #expect(number(landing, .extended) == number(inApp, .extended), "\(landing)")
        }
    }

    private func number(_ landing: Landing, _ rules: RuleBook) -> String {
        Classifier(rules).decide(landing, ownDomains: own).rule.number
    }

    /// What the rules up to this one look at; nil for a rule that looks at the absence of something.
    private static func signs(readUpTo rule: String) -> (parameters: [String], referrer: Bool)? {
        let searchIDs = ["gclid=", "gbraid=", "wbraid=", "msclkid=", "yclid="]
        let socialIDs = ["ctwa_clid=", "ttclid=", "twclid=", "li_fat_id=", "rdt_cid=", "sccid=", "ScCid=", "epik="]
        let campaignTags = ["utm_source=", "utm_medium=", "utm_campaign="]
        switch rule {
        case "1": return (["utm_source="], false)
        case "2": return (["utm_source="] + searchIDs, false)
        case "3": return (campaignTags + searchIDs, true)
        case "4": return (["utm_source="] + searchIDs + socialIDs, false)
        case "4a", "5", "6", "7": return (campaignTags + searchIDs + socialIDs, true)
        default: return nil
        }
    }

    /// The URL with one parameter more, before all others.
    private static func adding(_ pair: String, to url: String) -> String {
        var bytes = Array(url.utf8)
        let hash = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.count
        if let mark = bytes[..<hash].firstIndex(of: UInt8(ascii: "?")) {
            bytes.insert(contentsOf: Array((pair + "&").utf8), at: mark + 1)
        } else {
            bytes.insert(contentsOf: Array(("?" + pair).utf8), at: hash)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

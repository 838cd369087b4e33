import Testing

@testable import Attribution

/// One row of a table about the rules: a landing, and the source and rule it must get.
struct Case: Sendable, CustomTestStringConvertible {
    let query: String
    let referrer: String?
    let source: Source
    let rule: String

    init(_ query: String, from referrer: String? = nil, _ source: Source, _ rule: String) {
        self.query = query
        self.referrer = referrer
        self.source = source
        self.rule = rule
    }

    var testDescription: String { "\(query) from \(referrer ?? "nowhere") is \(source)" }

    func check() {
        let landing = Landing(url: "https://www.clinic.example/page" + query, referrer: referrer)
        let verdict = Classifier().classify(landing, ownDomains: OwnDomains(["shop.example"]))
        #expect(verdict.source == source)
        #expect(verdict.rule.number == rule)
    }
}

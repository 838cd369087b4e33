import Testing

@testable import Attribution

@Suite("Hostile landings")
struct HostileInputTests {
    private static let pieces = [
        "https://", "http:", "android-app://", "//", "/", "\\", "?", "#", "&", "=", "%", "%41", "%zz", "+", ";", "@",
        ":",
        "[", "]", ".", "google.com", "facebook.com", "clinic.example", "utm_source", "gclid", "adwords", "{{", "}}",
        "{x}",
        "ü", "例", "\u{0}", "\n", " ", "\u{202E}", "👩‍👩‍👧", "xn--", "null", "password=", "token=1",
    ]

    private func text(_ random: inout SeededGenerator) -> String {
        if Bool.random(using: &random) {
            let count = Int.random(in: 0...40, using: &random)
            return (0..<count).compactMap { _ in Self.pieces.randomElement(using: &random) }.joined()
        }
        let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("never trap, and always get the same verdict", arguments: 1...40)
    func deterministic(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<50 {
            let landing = Landing(url: text(&random), referrer: text(&random), userAgent: text(&random))
            let own = OwnDomains([text(&random)])
            let verdict = Classifier().classify(landing, ownDomains: own)
            #expect(verdict == Classifier().classify(landing, ownDomains: own))
            #expect(!verdict.sentence.isEmpty)
            #expect(!verdict.evidence.isEmpty)
        }
    }

    @Test("keep their verdict when they are stored without their secrets", arguments: 1...40)
    func replay(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<50 {
            let landing = Landing(url: text(&random), referrer: text(&random))
            let stored = URLRedaction.stored(landing.url)
            #expect(URLRedaction.stored(stored) == stored)
            #expect(!stored.contains("\0") && stored.utf8.count <= 8_192)
            let referrer = URLRedaction.stored(landing.referrer ?? "")
            let before = Classifier().classify(landing, ownDomains: OwnDomains([]))
            let after = Classifier().classify(Landing(url: stored, referrer: referrer), ownDomains: OwnDomains([]))
            #expect(after.rule == before.rule)
        }
    }

    @Test("fill records that hold nothing empty, nothing overlong and no U+0000", arguments: 1...40)
    func records(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<25 {
            let landing = Landing(url: text(&random), referrer: text(&random))
            let verdict = Classifier().classify(landing, ownDomains: OwnDomains([]))
            let record = AttributionRecord.web(
                landing: landing, landingAt: 1, pageURL: text(&random), verdict: verdict,
                browser: BrowserFacts(userAgent: text(&random)), medium: .form, formName: text(&random), createdAt: 1)
            for field in AttributionField.allCases {
                guard let value = record[field] else { continue }
                #expect(!value.isEmpty && value != "null" && !value.contains("\0"))
            }
        }
    }

    @Test("from an own domain are judged as if they had no referrer", arguments: 1...20)
    func ownDomain(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let own = OwnDomains(["clinic.example"])
        for _ in 0..<50 {
            let url = text(&random)
            let path = text(&random).filter { $0 != "@" && $0 != "\\" }
            let handedOn = Classifier().classify(
                Landing(url: url, referrer: "https://www.clinic.example/" + path), ownDomains: own)
            let bare = Classifier().classify(Landing(url: url), ownDomains: own)
            #expect(handedOn.source == bare.source)
            #expect(handedOn.rule == bare.rule)
            #expect(handedOn.referringHost == nil)
        }
    }

    @Test(
        "are walked through once: pairs neither overlap nor outnumber the bytes",
        arguments: ["&", "%", "=", "a&", "%41"])
    func linear(piece: String) {
        let url = "/?" + String(repeating: piece, count: 8_192 / piece.utf8.count)
        var bytes = 0
        for pair in QueryParameters(url: url) {
            let decoded = Array(pair.key).count + Array(pair.value).count
            #expect(decoded <= pair.key.raw.count + pair.value.raw.count)
            bytes += pair.key.raw.count + pair.value.raw.count + 1
        }
        #expect(bytes <= 8_192)
    }
}

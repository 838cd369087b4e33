import Testing

@testable import Attribution

/// What GA4 would call source, medium and campaign.
@Suite struct GA4TrafficTests {
    private func words(_ query: String, from referrer: String? = nil) -> String {
        let landing = Landing(url: "https://clinic.example/\(query)", referrer: referrer)
        let arrival = Arrival(landing, ownDomains: OwnDomains([]), catalogue: .standard)
        return GA4Traffic(arrival, catalogue: .standard).words
    }

    @Test(
        arguments: [
            ("", nil, "(direct) / (none) (no tag and no referrer)"),
            ("", "https://www.google.co.uk/", "google / organic (from the referrer)"),
            ("", "https://blog.example.org/x?y=1", "blog.example.org / referral (from the referrer)"),
            ("", "https://chatgpt.com/", "chatgpt.com / ai-assistant (from the referrer)"),
            ("?gclid=1", nil, "google / cpc (from gclid)"),
            ("?wbraid=1&utm_source=x&utm_campaign=Spring", nil, "google / cpc, campaign “spring” (from wbraid)"),
            ("?dclid=1", "https://www.google.com/", "dfa / cpm (from dclid)"),
            ("?utm_source=Flyer", "https://www.google.com/", "flyer / (not set) (from the tags)"),
            ("?utm_medium=QR", nil, "(not set) / qr (from the tags)"),
        ] as [(String, String?, String)])
    func `source and medium are read in Google's order`(query: String, referrer: String?, words: String) {
        #expect(self.words(query, from: referrer) == words)
    }

    @Test func `a long value is shown cut`() {
        #expect(words("?utm_source=" + String(repeating: "x", count: 5_000)).count < 120)
    }
}

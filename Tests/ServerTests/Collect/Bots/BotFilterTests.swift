import HTTPTypes
import Testing

@testable import Server

@Suite struct BotFilterTests {
    private static let browser =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36"

    private func sign(_ agent: String?) -> BotSign? {
        BotFilter.embedded.sign(of: BrowserHints(userAgent: agent))
    }

    @Test func `the lists are long enough to mean something`() {
        #expect(UserAgentList.browsers.count >= 60)
        #expect(UserAgentList.programs.count >= 60)
        #expect(!UserAgentList.headless.isEmpty)
    }

    @Test(arguments: UserAgentList.browsers) func `a browser of people is none`(agent: String) {
        #expect(sign(agent) == nil)
    }

    @Test(arguments: UserAgentList.programs) func `a program says so`(agent: String) {
        #expect(sign(agent) == .crawler)
    }

    @Test(arguments: UserAgentList.headless) func `a steered browser says so`(agent: String) {
        #expect(sign(agent) == .headless)
    }

    @Test(arguments: [nil, "", "Mozilla", "Mozilla/5.0"])
    func `who does not name a browser is none`(agent: String?) {
        #expect(sign(agent) == .crawler)
    }

    @Test func `a name in other scripts, or without end, is looked through and kept`() {
        #expect(sign("Браузер людей 1.0 для всех") == nil)
        #expect(sign(String(repeating: "ü", count: 500_000)) == nil)
        #expect(sign(String(repeating: "bo", count: 100_000) + "t") == .crawler)
    }

    @Test(
        arguments: [
            ([(HTTPField.Name.secPurpose, "prefetch;prerender")], BotSign.prefetch),
            ([(.purpose, "prefetch")], .prefetch),
            ([(.secCHUA, "\"HeadlessChrome\";v=\"142\", \"Not_A Brand\";v=\"99\"")], .headless),
            ([(.secCHUA, "\"Google Chrome\";v=\"142\", \"Chromium\";v=\"142\"")], nil), ([], nil),
        ] as [([(HTTPField.Name, String)], BotSign?)])
    func `other headers tell what the user agent hides`(_ fields: [(HTTPField.Name, String)], _ sign: BotSign?) {
        var headers: HTTPFields = [.userAgent: Self.browser]
        for (name, value) in fields { headers[name] = value }
        #expect(BotFilter.embedded.sign(of: BrowserHints(headers)) == sign)
    }

    @Test(arguments: [
        "https://semalt.com/project_crawl.php?u=https://clinic.example", "http://www.Semalt.com",
        "https://semalt.com:8080/",
        "https://a.b.buttons-for-website.com/", "https://someone@darodar.com/",
    ])
    func `a visit that claims to come from a known spammer is made up`(referrer: String) {
        #expect(BotFilter.embedded.sign(ofReferrer: referrer, landingReferrer: nil) == .referrerSpam)
        #expect(
            BotFilter.embedded.sign(ofReferrer: "https://clinic.example/", landingReferrer: referrer) == .referrerSpam)
    }

    @Test(arguments: [
        nil, "", "https://www.google.com/", "https://notsemalt.com/", "https://semalt.com.clinic.example/",
        "https://clinic.example/?from=semalt.com", "https://semalt.com@clinic.example/", "android-app://com.semalt/",
    ])
    func `others are not`(referrer: String?) {
        #expect(BotFilter.embedded.sign(ofReferrer: referrer, landingReferrer: referrer) == nil)
    }
}

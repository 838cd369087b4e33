import Testing

@testable import Server

@Suite struct BotFilterTests {
    @Test(arguments: [
        nil, "", "Mozilla", "curl/8.5.0 (x86_64)",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/131.0 Safari/537.36",
        "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 BingPreview",
    ])
    func `a program says so, or says nothing`(agent: String?) {
        #expect(BotFilter.isBot(userAgent: agent))
    }

    @Test(arguments: [
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36",
        "Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) [FBAN/FBIOS;FBAV/485.0]",
    ])
    func `a browser is none`(agent: String) {
        #expect(!BotFilter.isBot(userAgent: agent))
    }
}

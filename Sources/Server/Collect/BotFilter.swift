/// Tells programs from browsers by what they say of themselves. A page view of a program is counted and not stored; a
/// conversion is held, never dropped.
enum BotFilter {
    private static let marks: [[UInt8]] = [
        "bot", "crawl", "spider", "slurp", "facebookexternalhit", "mediapartners", "preview", "monitor", "uptime",
        "pingdom", "lighthouse", "pagespeed", "headless", "phantomjs", "puppeteer", "playwright", "selenium",
        "webdriver",
        "python-", "python/", "curl/", "wget/", "libwww", "java/", "okhttp", "go-http-client", "axios/", "node-fetch",
        "httpclient", "scrapy", "archive.org", "feedfetcher", "embedly", "whatsapp/", "validator", "scanner",
    ].map { Array($0.utf8) }
    /// A maker of phones.
    private static let cubot = Array("cubot".utf8)

    /// A browser names itself; who does not, or by such a name, is none.
    static func isBot(userAgent: String?) -> Bool {
        guard let agent = userAgent.map({ Array($0.lowercased().utf8) }), agent.count > 10 else { return true }
        return marks.contains { holds(agent, $0) } && !holds(agent, cubot)
    }

    /// Byte by byte, because it is asked for every event: comparing characters takes many times as long.
    private static func holds(_ agent: [UInt8], _ mark: [UInt8]) -> Bool {
        guard agent.count >= mark.count else { return false }
        return (0...agent.count - mark.count).contains { agent[$0...].starts(with: mark) }
    }
}

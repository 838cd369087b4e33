/// Tells programs from browsers by what they say of themselves. A page view of a program is counted and not stored; a
/// conversion is held, never dropped.
enum BotFilter {
    private static let marks = [
        "bot", "crawl", "spider", "slurp", "facebookexternalhit", "mediapartners", "preview", "monitor", "uptime",
        "pingdom", "lighthouse", "pagespeed", "headless", "phantomjs", "puppeteer", "playwright", "selenium",
        "webdriver",
        "python-", "python/", "curl/", "wget/", "libwww", "java/", "okhttp", "go-http-client", "axios/", "node-fetch",
        "httpclient", "scrapy", "archive.org", "feedfetcher", "embedly", "whatsapp/", "validator", "scanner",
    ]

    /// A browser names itself; who does not, or by such a name, is none.
    static func isBot(userAgent: String?) -> Bool {
        guard let agent = userAgent?.lowercased(), agent.count > 10 else { return true }
        // Cubot is a maker of phones.
        return marks.contains { agent.contains($0) } && !agent.contains("cubot")
    }
}

import Assets
import Attribution

/// Tells programs from browsers by what they say of themselves, and made-up visits by where they claim to come from.
/// A page view of theirs is counted and not stored; a conversion is held, never dropped.
///
/// That a browser sends no Accept-Language is no sign: programs that pass on what people do need not send it.
struct BotFilter: Sendable {
    /// With the lists that the binary carries.
    static let embedded = BotFilter(
        crawlers: Assets.embedded.text("filters/crawlers.txt") ?? "",
        spam: Assets.embedded.text("filters/referrer-spam.txt") ?? "")

    private let marks: AgentMarks
    private let spam: SpamReferrers

    /// What a browser is steered with, then what many programs share.
    private static let headless = [
        "headless", "phantomjs", "puppeteer", "playwright", "selenium", "webdriver", "slimerjs",
    ].map { AgentMark($0, .headless) }
    private static let programs = [
        "crawl", "spider", "slurp", "facebookexternalhit", "mediapartners", "preview", "monitor", "uptime",
        "pingdom", "lighthouse", "pagespeed",
        "python-", "python/", "curl/", "wget/", "libwww", "java/", "okhttp", "go-http-client", "axios/", "node-fetch",
        "httpclient", "scrapy", "archive.org", "feedfetcher", "embedly", "whatsapp/", "validator", "scanner",
    ].map { AgentMark($0, .crawler) }
    /// Cubot is a maker of phones.
    private static let bot = AgentMark("bot", .crawler, exceptAfter: "cu")

    init(crawlers: String, spam: String) {
        let listed = crawlers.split(separator: "\n").compactMap(AgentMark.init(line:))
        marks = AgentMarks(Self.headless + [Self.bot] + Self.programs + listed)
        self.spam = SpamReferrers(spam)
    }

    /// What a request shows by its headers; nil for a person's browser.
    func sign(of hints: BrowserHints) -> BotSign? {
        if hints.isPrefetch { return .prefetch }
        if hints.isHeadless { return .headless }
        // A browser names itself and its system; who does not is none.
        guard let agent = hints.userAgent, agent.utf8.count > 20 else { return .crawler }
        return marks.sign(in: agent)
    }

    /// What a visit shows by the page it says it came from.
    func sign(ofReferrer referrer: String?, landingReferrer: String?) -> BotSign? {
        guard isSpam(referrer) || landingReferrer != referrer && isSpam(landingReferrer) else { return nil }
        return .referrerSpam
    }

    private func isSpam(_ referrer: String?) -> Bool {
        guard let referrer, let host = Host(url: referrer) else { return false }
        return spam.contains(host)
    }
}

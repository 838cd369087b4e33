/// A program that reads pages on its own, called by its name.
enum Robot {
    static func name(in agent: UserAgentText) -> String? {
        known.first { agent.contains($0.token) }?.name ?? agent.word(endingIn: endings)
    }

    /// Robots call themselves so.
    private static let endings = ["bot", "crawler", "spider"]

    private static let known: [(token: String, name: String)] = [
        ("Googlebot", "Googlebot"), ("AdsBot-Google", "Google AdsBot"), ("Mediapartners-Google", "Google AdSense"),
        ("Google-InspectionTool", "Google Search Console"), ("APIs-Google", "Google APIs"),
        ("Google-Read-Aloud", "Google Read Aloud"), ("Chrome-Lighthouse", "Lighthouse"),
        ("bingbot", "Bingbot"), ("BingPreview", "Bing preview"), ("DuckDuckBot", "DuckDuckBot"),
        ("YandexBot", "YandexBot"), ("Baiduspider", "Baiduspider"), ("Applebot", "Applebot"), ("Slurp", "Yahoo Slurp"),
        ("facebookexternalhit", "Facebook link preview"), ("meta-externalagent", "Meta crawler"),
        ("Twitterbot", "X link preview"), ("LinkedInBot", "LinkedIn link preview"),
        ("WhatsApp/", "WhatsApp link preview"), ("Slackbot", "Slack link preview"),
        ("TelegramBot", "Telegram link preview"),
        ("Discordbot", "Discord link preview"), ("SkypeUriPreview", "Skype link preview"),
        ("Pinterestbot", "Pinterest crawler"), ("GPTBot", "GPTBot"), ("ChatGPT-User", "ChatGPT"),
        ("OAI-SearchBot", "ChatGPT search"), ("ClaudeBot", "ClaudeBot"), ("PerplexityBot", "PerplexityBot"),
        ("HeadlessChrome", "Headless Chrome"), ("curl/", "curl"), ("Wget/", "Wget"), ("python-requests", "Python"),
        ("Python-urllib", "Python"), ("aiohttp", "Python"), ("Go-http-client", "Go program"),
        ("okhttp", "Android program"),
        ("axios/", "Node.js program"), ("node-fetch", "Node.js program"), ("PostmanRuntime", "Postman"),
        ("UptimeRobot", "UptimeRobot"), ("Pingdom", "Pingdom"), ("GTmetrix", "GTmetrix"),
    ]
}

import Attribution

/// The browser of a sample visitor, with an address from the networks that RFC 5737 keeps for examples.
enum DemoBrowser {
    static func any(mostlyMobile: Bool, _ random: inout DemoRandom) -> BrowserFacts {
        let agents = random.chance(mostlyMobile ? 88 : 45) ? phones : desktops
        let network = random.pick(["192.0.2", "198.51.100", "203.0.113"]) ?? "192.0.2"
        var facts = BrowserFacts(userAgent: random.pick(agents), ip: "\(network).\(random.number(1...254))")
        if random.chance(70) {
            facts.gaClientID =
                "\(random.number(100_000_000...999_999_999)).\(random.number(1_758_000_000...1_763_000_000))"
        }
        return facts
    }

    private static let phones = [
        iPhone
            + "OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
        iPhone
            + "OS 17_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.7 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (Linux; Android 10; K) \(chromium) Chrome/141.0.0.0 Mobile Safari/537.36",
        "Mozilla/5.0 (Linux; Android 15; SM-S921B) \(chromium) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile "
            + "Safari/537.36",
    ]

    private static let desktops = [
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 "
            + "Safari/605.1.15",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) \(chromium) Chrome/141.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) \(chromium) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0",
        "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0",
    ]

    private static let iPhone = "Mozilla/5.0 (iPhone; CPU iPhone "
    private static let chromium = "AppleWebKit/537.36 (KHTML, like Gecko)"
}

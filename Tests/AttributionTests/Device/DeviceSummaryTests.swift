import Testing

@testable import Attribution

@Suite("The device as a person would say it")
struct DeviceSummaryTests {
    private static let appleWebKit = "AppleWebKit/605.1.15 (KHTML, like Gecko)"
    private static let chromium = "AppleWebKit/537.36 (KHTML, like Gecko)"
    private static let iPhone18 = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) \(appleWebKit)"
    /// iOS 26, which goes on saying 18.
    private static let iPhone26 = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) \(appleWebKit)"
    private static let galaxy = "Mozilla/5.0 (Linux; Android 13; SM-S911B) \(chromium)"
    private static let tizen = "Mozilla/5.0 (SMART-TV; Linux; Tizen 6.0) \(chromium)"
    private static let iPad17 = "Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) \(appleWebKit)"
    private static let windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) \(chromium)"
    private static let mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)"
    private static let reduced = "Mozilla/5.0 (Linux; Android 10; K) \(chromium)"
    private static let pixel = "Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP2A.240805.005; wv) \(chromium)"

    private static let browsers: [(String, String)] = [
        ("\(iPhone18) Version/18.1 Mobile/15E148 Safari/604.1", "iPhone (Safari, iOS 18)"),
        (
            "\(iPhone26) Version/26.0 Mobile/15E148 Safari/604.1",
            "iPhone (Safari, iOS 26)"
        ),
        ("\(iPhone18) CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1", "iPhone (Chrome 131, iOS 18)"),
        ("\(iPhone18) FxiOS/132.0 Mobile/15E148 Safari/605.1.15", "iPhone (Firefox 132, iOS 18)"),
        ("\(iPhone18) Version/18.0 EdgiOS/131.0.2903.48 Mobile/15E148 Safari/604.1", "iPhone (Edge 131, iOS 18)"),
        ("\(iPhone18) GSA/342.0.693598186 Mobile/15E148 Safari/604.1", "iPhone (Google app, iOS 18)"),
        ("\(iPad17) Version/17.5 Mobile/15E148 Safari/604.1", "iPad (Safari, iPadOS 17)"),
        ("\(iPad17) CriOS/126.0.6478.35 Mobile/15E148 Safari/604.1", "iPad (Chrome 126, iPadOS 17)"),
        ("\(windows) Chrome/131.0.0.0 Safari/537.36", "Windows PC (Chrome 131)"),
        ("\(windows) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0", "Windows PC (Edge 131)"),
        ("\(windows) Chrome/130.0.0.0 Safari/537.36 OPR/115.0.0.0", "Windows PC (Opera 115)"),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0",
            "Windows PC (Firefox 133)"
        ),
        ("Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko", "Windows PC (Internet Explorer 11)"),
        ("\(mac) \(appleWebKit) Version/18.1 Safari/605.1.15", "Mac (Safari 18)"),
        ("\(mac) \(chromium) Chrome/131.0.0.0 Safari/537.36", "Mac (Chrome 131)"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Linux PC (Firefox 128)"),
        (
            "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) \(chromium) Chrome/131.0.0.0 Safari/537.36",
            "Chromebook (Chrome 131)"
        ),
        ("\(reduced) Chrome/131.0.0.0 Mobile Safari/537.36", "Android phone (Chrome 131)"),
        ("\(reduced) Chrome/131.0.0.0 Safari/537.36", "Android tablet (Chrome 131)"),
        (
            "\(galaxy) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36",
            "Android phone (Samsung Internet 27, Android 13)"
        ),
        (
            "Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0",
            "Android phone (Firefox 132, Android 14)"
        ),
        (
            "Mozilla/5.0 (PlayStation; PlayStation 5/2.26) \(appleWebKit) Version/13.0 Safari/605.1.15",
            "PlayStation (Safari 13)"
        ),
        (
            "\(tizen) SamsungBrowser/4.0 Chrome/76.0.3809.146 TV Safari/537.36",
            "Smart TV (Samsung Internet 4)"
        ),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) \(appleWebKit) Mobile/15E148", "iPhone (iOS 17)"),
    ]

    private static let apps: [(String, String)] = [
        (
            "\(iPhone18) Mobile/22B83 Instagram 350.0.0.0 (iPhone15,2; iOS 18_1; en_US; en; scale=3.00; 1179x2556)",
            "iPhone (Instagram app, iOS 18)"
        ),
        (
            "\(iPhone18) Mobile/22B83 [FBAN/FBIOS;FBAV/487.0.0.48.108;FBBV/655;FBDV/iPhone15,2;FBSN/iOS]",
            "iPhone (Facebook app, iOS 18)"
        ),
        (
            "\(iPhone18) Mobile/22B83 [FBAN/MessengerForiOS;FBAV/480.0.0.29.109;FBDV/iPhone15,2]",
            "iPhone (Messenger app, iOS 18)"
        ),
        (
            "\(pixel) Version/4.0 Chrome/131.0.6778.39 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/487.0.0.68.80;]",
            "Android phone (Facebook app, Android 14)"
        ),
        (
            "\(pixel) Version/4.0 Chrome/131.0.6778.39 Mobile Safari/537.36 Instagram 354.2.0.47.100 Android (34/14)",
            "Android phone (Instagram app, Android 14)"
        ),
        (
            "\(iPhone18) Mobile/15E148 musical_ly_36.8.0 JsSdk/2.0 NetType/WIFI BytedanceWebview/d8a21c6",
            "iPhone (TikTok app, iOS 18)"
        ),
        ("\(iPhone18) Mobile/15E148 [LinkedInApp]/9.30.1", "iPhone (LinkedIn app, iOS 18)"),
        ("\(iPhone18) Mobile/15E148 [Pinterest/iOS]", "iPhone (Pinterest app, iOS 18)"),
        ("\(iPhone18) Mobile/22B83 Snapchat/13.14.0.44 (like Safari/8619.2.8, panda)", "iPhone (Snapchat app, iOS 18)"),
        ("\(iPhone18) Mobile/15E148 Twitter for iPhone/10.69", "iPhone (X app, iOS 18)"),
        (
            "\(pixel) Version/4.0 Chrome/131.0.6778.39 Mobile Safari/537.36",
            "Android phone (in-app browser, Android 14)"
        ),
    ]

    private static let robots: [(String, String)] = [
        ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "Googlebot"),
        (
            "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) Chrome/131.0 Mobile (compatible; Googlebot/2.1)",
            "Googlebot"
        ),
        ("Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)", "Bingbot"),
        (
            "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)", "Facebook link preview"
        ),
        ("WhatsApp/2.23.20.0", "WhatsApp link preview"),
        ("Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2)", "GPTBot"),
        ("Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)", "AhrefsBot"),
        (
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/131.0.0.0 Safari/537.36",
            "Headless Chrome"
        ),
        ("curl/8.5.0", "curl"),
        ("python-requests/2.32.3", "Python"),
    ]

    @Test("names the browser", arguments: browsers)
    func browser(userAgent: String, summary: String) {
        #expect(DeviceSummary.describe(userAgent: userAgent) == summary)
    }

    @Test("names the app that shows the page", arguments: apps)
    func app(userAgent: String, summary: String) {
        #expect(DeviceSummary.describe(userAgent: userAgent) == summary)
    }

    @Test("names robots", arguments: robots)
    func robot(userAgent: String, summary: String) {
        #expect(DeviceSummary.describe(userAgent: userAgent) == summary)
    }

    @Test("does not take a phone by Cubot for a robot")
    func cubot() {
        let userAgent =
            "Mozilla/5.0 (Linux; Android 12; CUBOT NOTE) \(Self.chromium) Chrome/120.0.0.0 Mobile Safari/537.36"
        #expect(DeviceSummary.describe(userAgent: userAgent) == "Android phone (Chrome 120, Android 12)")
    }

    @Test("is unknown where the user agent says nothing", arguments: ["", " ", "-", "Mozilla/5.0", "null", "例"])
    func unknown(userAgent: String) {
        #expect(DeviceSummary.describe(userAgent: userAgent) == nil)
    }
}

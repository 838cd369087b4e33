/// The browser, or the app that shows pages in its own.
struct Browser: Sendable {
    private let name: String
    private let token: String
    /// What the version's number follows; nil where the version says nothing to a person.
    private let versionToken: String?

    private init(_ name: String, _ token: String, version: String? = nil) {
        self.name = name
        self.token = token
        versionToken = version
    }

    static func of(_ agent: UserAgentText) -> Browser? {
        known.first { agent.contains($0.token) }
    }

    func text(in agent: UserAgentText, on device: DeviceFamily?) -> String {
        // On an iPhone Safari's version is the system's, which is told already.
        if token == Self.safariToken, device?.isAppleMobile == true { return name }
        guard let versionToken, let version = agent.major(after: versionToken) else { return name }
        return "\(name) \(version)"
    }

    private static let safariToken = "Safari/"

    private static func versioned(_ name: String, _ token: String) -> Browser { Browser(name, token, version: token) }

    private static func app(_ name: String, _ token: String) -> Browser { Browser("\(name) app", token) }

    /// The first that applies: nearly all pretend to be Safari, most to be Chrome.
    private static let known: [Browser] = [
        app("Instagram", "Instagram "), app("Messenger", "FBAN/Messenger"), app("Messenger", "FB_IAB/Orca"),
        app("Facebook", "FBAN/"), app("Facebook", "FBAV/"), app("Facebook", "FB_IAB"), app("Threads", "Barcelona "),
        app("TikTok", "musical_ly"), app("TikTok", "BytedanceWebview"), app("TikTok", "trill_"),
        app("LinkedIn", "LinkedInApp"), app("Pinterest", "Pinterest/"), app("Pinterest", "[Pinterest"),
        app("Snapchat", "Snapchat"), app("X", "Twitter for "), app("LINE", " Line/"),
        app("WeChat", "MicroMessenger/"), app("KakaoTalk", "KAKAOTALK"), app("Reddit", "Reddit/"),
        app("Google", "GSA/"), app("DuckDuckGo", "DuckDuckGo/"), app("DuckDuckGo", "Ddg/"), app("Naver", "NAVER("),
        versioned("Samsung Internet", "SamsungBrowser/"), versioned("Edge", "EdgiOS/"), versioned("Edge", "EdgA/"),
        versioned("Edge", "Edg/"), versioned("Edge", "Edge/"), versioned("Opera", "OPR/"), versioned("Opera", "OPT/"),
        Browser("Opera", "OPX/"), Browser("Opera Mini", "Opera Mini/"), versioned("Vivaldi", "Vivaldi/"),
        versioned("Brave", "Brave/"), versioned("Yandex Browser", "YaBrowser/"),
        versioned("UC Browser", "UCBrowser/"), versioned("Silk", "Silk/"), versioned("MIUI Browser", "MiuiBrowser/"),
        versioned("Huawei Browser", "HuaweiBrowser/"), versioned("Oculus Browser", "OculusBrowser/"),
        versioned("Firefox Focus", "Focus/"), versioned("Firefox", "FxiOS/"), versioned("Firefox", "Firefox/"),
        versioned("Chrome", "CriOS/"), Browser("in-app browser", "; wv)"), versioned("Chromium", "Chromium/"),
        versioned("Chrome", "Chrome/"), Browser("Android Browser", "Android"),
        Browser("Safari", safariToken, version: " Version/"), versioned("Internet Explorer", "MSIE "),
        Browser("Internet Explorer", "Trident/", version: "rv:"),
    ]
}

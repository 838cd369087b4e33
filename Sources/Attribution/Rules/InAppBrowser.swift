/// The browser inside a social app, which often sends no referrer (Rule 5a of the extended rules).
enum InAppBrowser: UInt8, CaseIterable, Sendable {
    case facebook, facebookApp, facebookFrame
    case instagram
    case musically, tiktok, trill
    case linkedIn, pinterest, snapchat, x

    /// What its user agent holds.
    var marker: StaticString {
        switch self {
        case .facebook: "FBAN/"
        case .facebookApp: "FBAV/"
        case .facebookFrame: "FB_IAB"
        case .instagram: "Instagram"
        case .musically: "musical_ly"
        case .tiktok: "BytedanceWebview"
        case .trill: "trill_"
        case .linkedIn: "LinkedInApp"
        case .pinterest: "Pinterest/"
        case .snapchat: "Snapchat"
        case .x: "Twitter for "
        }
    }

    var platform: String {
        switch self {
        case .facebook, .facebookApp, .facebookFrame: "Facebook"
        case .instagram: "Instagram"
        case .musically, .tiktok, .trill: "TikTok"
        case .linkedIn: "LinkedIn"
        case .pinterest: "Pinterest"
        case .snapchat: "Snapchat"
        case .x: "X"
        }
    }

    /// The app that a user agent names first; a crawler is none, whatever it calls itself.
    static func named(in userAgent: Bytes) -> InAppBrowser? {
        let agent = userAgent.slice(0..<min(userAgent.count, UserAgentText.byteLimit))
        var index = 0
        while index < agent.count {
            if firstBytes.contains(agent[unchecked: index]) {
                for app in allCases where agent.begins(with: app.marker.bytes, at: index) {
                    return isCrawler(agent) ? nil : app
                }
            }
            index += 1
        }
        return nil
    }

    private static let firstBytes = ByteSet(allCases.map { $0.marker.bytes[0] })

    /// Crawlers say what they are, or give the address of a page that does.
    private static func isCrawler(_ agent: Bytes) -> Bool {
        var index = 0
        while index < agent.count {
            switch agent[unchecked: index].asciiLowercased {
            case UInt8(ascii: "b"):
                // Cubot makes phones.
                if agent.holds("bot", at: index), index < 2 || !agent.holds("cubot", at: index - 2) { return true }
            case UInt8(ascii: "c"): if agent.holds("crawler", at: index) { return true }
            case UInt8(ascii: "e"): if agent.holds("externalhit", at: index) { return true }
            case UInt8(ascii: "h"):
                if agent.holds("http:", at: index) || agent.holds("https:", at: index) { return true }
            case UInt8(ascii: "s"): if agent.holds("spider", at: index) { return true }
            default: break
            }
            index += 1
        }
        return false
    }
}

extension Span where Element == UInt8 {
    /// Whether the word, given in lower case, stands at `start`, ASCII letters compared in any case.
    fileprivate func holds(_ word: StaticString, at start: Int) -> Bool {
        slice(start..<count).beginsIgnoringCase(with: word.bytes)
    }
}

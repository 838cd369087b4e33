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

    /// The app that a user agent names; a crawler is none, whatever it calls itself.
    static func named(in userAgent: Bytes) -> InAppBrowser? {
        let agent = userAgent.slice(0..<min(userAgent.count, UserAgentText.byteLimit))
        for index in agent.indices where firstBytes.contains(agent[index]) {
            for app in allCases where agent.begins(with: app.marker.bytes, at: index) {
                return Robot.name(in: UserAgentText(agent.text)) == nil ? app : nil
            }
        }
        return nil
    }

    private static let firstBytes = ByteSet(allCases.map { $0.marker.bytes[0] })
}
